// Who has an account, with which roles; and who is invited and has not come yet.
import type { Text } from '#surveys/definition/model.ts'
import type { Place } from '../../routes/team/places.server.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { PlaceWords } from './place-words.tsx'
import { Scroll } from './scroll.tsx'

type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isDisabled: boolean
  readonly places: readonly Place[]
}
type PeopleProps = {
  people: readonly PersonRow[]
  meetings: readonly { readonly slug: string; readonly title: Text }[]
  meeting: string
}

export function PeopleTable({ people, meetings, meeting }: PeopleProps) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="people">
      <div className="spread">
        <h2 id="people">{t('team:people.title')}</h2>
        <MeetingFilter meetings={meetings} meeting={meeting} />
      </div>
      <Scroll label={t('team:people.title')}>
        <table className="table-hover roomy">
          <thead>
            <tr>
              <th scope="col">{t('team:people.name')}</th>
              <th scope="col">{t('team:people.places')}</th>
              <th scope="col">{t('team:people.address')}</th>
              <th scope="col">{t('team:people.state')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Person key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function MeetingFilter({ meetings, meeting }: Omit<PeopleProps, 'people'>) {
  const { t } = useWords()
  const saying = useSaying()
  return (
    <form className="row" method="get">
      <label htmlFor="meeting">{t('team:people.of_meeting')}</label>
      <select id="meeting" name="meeting" defaultValue={meeting}>
        <option value="">{t('team:people.all_meetings')}</option>
        {meetings.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {saying(title).words}
          </option>
        ))}
      </select>
      <button type="submit" className="button second">
        {t('team:apply')}
      </button>
    </form>
  )
}

function Person({ person }: { person: PersonRow }) {
  const { t } = useWords()
  return (
    <tr>
      <th scope="row">
        <a href={`/team/people/${person.id}`}>
          <b dir="auto">{person.name}</b>
        </a>
      </th>
      <td>
        {person.places.length === 0 && <span className="fine">{t('team:people.no_place')}</span>}
        {person.places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two places of one person may read the same
          <span key={index}>
            {index > 0 && <br />}
            <PlaceWords place={place} />
          </span>
        ))}
      </td>
      <td>
        <bdi>{person.email}</bdi>
      </td>
      <td>
        <span className={`state ${person.isDisabled ? 'none' : 'done'}`}>
          {t(`team:people.${person.isDisabled ? 'disabled' : 'active'}`)}
        </span>
      </td>
    </tr>
  )
}

type InvitationRow = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly place: Place
  readonly expiresAt: string
  readonly isUsable: boolean
  readonly isExpired: boolean
}

export function InvitationTable({ invitations }: { invitations: readonly InvitationRow[] }) {
  const { t } = useWords()
  return (
    <section className="stack" id="invitations" aria-labelledby="invited">
      <h2 id="invited">{t('team:people.invitations')}</h2>
      {invitations.length === 0 && <p className="meta">{t('team:people.no_invitations')}</p>}
      {invitations.length > 0 && (
        <Scroll label={t('team:people.invitations')}>
          <table className="table-hover roomy">
            <thead>
              <tr>
                <th scope="col">{t('team:people.name')}</th>
                <th scope="col">{t('team:people.places')}</th>
                <th scope="col">{t('team:people.address')}</th>
                <th scope="col">{t('team:people.expires')}</th>
                <th scope="col">{t('team:settings.change')}</th>
              </tr>
            </thead>
            <tbody>
              {invitations.map((invitation) => (
                <Invited key={invitation.id} invitation={invitation} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

function Invited({ invitation }: { invitation: InvitationRow }) {
  const { t, short, moment } = useWords()
  const { id, name, place, email, expiresAt, isUsable, isExpired } = invitation
  const tooOften = !isUsable && !isExpired
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>
        <PlaceWords place={place} />
      </td>
      <td>
        <bdi>{email}</bdi>
      </td>
      <td>
        {isExpired ? t('team:people.expired', { when: moment(expiresAt) }) : short(expiresAt)}
        {tooOften && <span className="fine"> {t('team:people.tries')}</span>}
      </td>
      <td>
        <form method="post" action="/team/people/invite" className="row">
          <button type="submit" className="button second small" name="renew" value={id}>
            {t('team:people.renew')}
          </button>
        </form>
        <form method="post" className="row">
          <button type="submit" className="button second small" name="revoke" value={id}>
            {t('team:people.revoke')}
          </button>
        </form>
      </td>
    </tr>
  )
}
