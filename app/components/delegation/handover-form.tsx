// The form of a handover: who leaves, who takes over, what the leaver is afterwards.
import { GIVEN_ROLES } from '#surveys/answering/delegation.ts'
import type { DelegationRole } from '#surveys/answering/states.ts'
import { AreaField, SelectField, type Sent } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type Named = { readonly membership: string; readonly name: string; readonly role: DelegationRole }
type HandoverPage = {
  readonly leavers: readonly Named[]
  readonly successors: readonly Named[]
  readonly intent: string
}

export function HandoverForm({ page, sent }: { page: HandoverPage; sent: Sent }) {
  const { t } = useWords()
  const { leavers, successors, intent } = page
  if (leavers.length === 0) return <p className="notice plain">{t('delegation:handover.no_focal_point')}</p>
  if (successors.length === 0) {
    return (
      <p className="notice plain">
        {t('delegation:handover.nobody')} <a href="/answer/people/invite">{t('delegation:people.invite')}</a>
      </p>
    )
  }
  const choice = ({ membership, name, role }: Named) => ({ value: membership, words: `${name} (${t(`role.${role}`)})` })
  const afterwards = ['end', ...GIVEN_ROLES].map((value) => ({ value, words: t(`delegation:handover.after.${value}`) }))
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      <SelectField
        sent={sent}
        name="leaver"
        label={t('delegation:handover.leaver')}
        choices={leavers.map(choice)}
        start={leavers[0]?.membership ?? ''}
      />
      <SelectField
        sent={sent}
        name="successor"
        label={t('delegation:handover.successor')}
        hint={t('delegation:handover.successor_hint')}
        choices={successors.map(choice)}
        empty={t('team:choose')}
      />
      <SelectField
        sent={sent}
        name="after"
        label={t('delegation:handover.afterwards')}
        choices={afterwards}
        start="end"
      />
      <AreaField sent={sent} name="why" label={t('team:why')} isOptional />
      <button type="submit" className="button">
        {t('delegation:handover.do')}
      </button>
    </form>
  )
}
