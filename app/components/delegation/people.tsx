// The people of a delegation in two tables: those who have a role, and those who are invited.
import { GIVEN_ROLES } from '#surveys/answering/delegation.ts'
import type { Delegate, InvitedDelegate } from '../../routes/answer/delegation-people.server.ts'
import { AreaField, SelectField, type Sent } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'

type PeopleProps = {
  people: readonly Delegate[]
  /** account of the reader */
  me: string
  mayRun: boolean
  sent: Sent
  intent: string
}

export function DelegatesTable({ people, ...props }: PeopleProps) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{t('delegation:people.who')}</h2>
      <Scroll label={t('delegation:people.who')}>
        <table className="table-hover roomy" id="act">
          <thead>
            <tr>
              <th scope="col">{t('team:people.name')}</th>
              <th scope="col">{t('delegation:people.role')}</th>
              <th scope="col">{t('team:people.address')}</th>
              <th scope="col">{t('delegation:people.since')}</th>
              {props.mayRun && <th scope="col">{t('team:settings.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Person key={person.membership} person={person} {...props} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Person({ person, me, mayRun, ...form }: { person: Delegate } & Omit<PeopleProps, 'people'>) {
  const { t, date } = useWords()
  const { name, email, role, since, isGiven, account } = person
  const canChange = isGiven && account !== me
  return (
    <tr>
      <th scope="row">
        <bdi>{account === me ? t('answer:home.you', { name: `\u2068${name}\u2069` }) : name}</bdi>
      </th>
      <td>
        {t(`role.${role}`)}
        <br />
        <span className="meta">{t(`delegation:may.${role}`)}</span>
      </td>
      <td>
        <bdi>{email}</bdi>
      </td>
      <td>{date(since)}</td>
      {mayRun && <td>{canChange ? <ChangeRole person={person} {...form} /> : t('delegation:people.by_team')}</td>}
    </tr>
  )
}

function ChangeRole({ person, sent, intent }: { person: Delegate; sent: Sent; intent: string }) {
  const { t } = useWords()
  const mine = sent?.values.membership === person.membership ? sent : undefined
  const prefix = mine ? '' : `${person.membership}-`
  const choices = GIVEN_ROLES.filter((role) => role !== person.role).map((role) => ({
    value: role,
    words: t(`role.${role}`),
  }))
  return (
    <details className="more" open={mine !== undefined}>
      <summary>
        {t('team:person.change_role')} <span className="hidden">{person.name}</span>
      </summary>
      <form method="post" action="/answer/people" className="stack" noValidate>
        <Intent value={intent} />
        <input type="hidden" name="membership" value={person.membership} />
        <SelectField
          sent={mine}
          name="role"
          label={t('team:person.new_role')}
          choices={choices}
          empty={t('team:choose')}
          idPrefix={prefix}
        />
        <AreaField sent={mine} name="why" label={t('team:why')} isOptional idPrefix={prefix} />
        <div className="row">
          <button type="submit" name="act" value="change_role" className="button small">
            {t('team:person.change_role')}
          </button>
          <button type="submit" name="act" value="end_role" className="button second small">
            {t('team:person.end')}
          </button>
        </div>
      </form>
    </details>
  )
}

type InvitedProps = { invited: readonly InvitedDelegate[]; mayRun: boolean; intent: string }

export function InvitedTable({ invited, mayRun, intent }: InvitedProps) {
  const { t, short } = useWords()
  if (invited.length === 0) return null
  return (
    <section className="stack" aria-labelledby="invited">
      <h2 id="invited">{t('team:people.invitations')}</h2>
      <Scroll label={t('team:people.invitations')}>
        <table className="table-hover roomy">
          <thead>
            <tr>
              <th scope="col">{t('team:people.name')}</th>
              <th scope="col">{t('delegation:people.role')}</th>
              <th scope="col">{t('team:people.address')}</th>
              <th scope="col">{t('team:people.expires')}</th>
              {mayRun && <th scope="col">{t('team:settings.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {invited.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                </th>
                <td>{t(`role.${one.role}`)}</td>
                <td>
                  <bdi>{one.email}</bdi>
                </td>
                <td>{one.isUsable ? short(one.expiresAt) : t('delegation:people.over')}</td>
                {mayRun && <td>{one.isGiven && <InvitedActs id={one.id} intent={intent} />}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function InvitedActs({ id, intent }: { id: string; intent: string }) {
  const { t } = useWords()
  return (
    <div className="row">
      <form method="post" action="/answer/people/invite">
        <button type="submit" className="button second small" name="renew" value={id}>
          {t('team:people.renew')}
        </button>
      </form>
      <form method="post" action="/answer/people">
        <Intent value={intent} />
        <input type="hidden" name="revoke" value={id} />
        <button type="submit" className="button quiet small" name="act" value="revoke">
          {t('team:people.revoke')}
        </button>
      </form>
    </div>
  )
}
