// The form with which a delegation invites a colleague.
import { GIVEN_ROLES } from '#surveys/answering/delegation.ts'
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { SelectField, type Sent, TextField } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

export function InviteColleague({ intent, sent }: { intent: string; sent: Sent }) {
  const { t, language } = useWords()
  const roles = GIVEN_ROLES.map((role) => ({
    value: role,
    words: `${t(`role.${role}`)}: ${t(`delegation:may.${role}`)}`,
  }))
  const languages = LANGUAGES.map((code) => ({ value: code, words: OWN_NAMES[code], lang: code }))
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      <TextField sent={sent} name="name" label={t('team:people.name')} size="mid" />
      <TextField sent={sent} name="email" label={t('team:people.address')} type="email" size="mid" />
      <SelectField
        sent={sent}
        name="role"
        label={t('delegation:people.role')}
        hint={t('delegation:people.role_hint')}
        choices={roles}
        empty={t('team:choose')}
      />
      <SelectField sent={sent} name="language" label={t('team:invite.language')} choices={languages} start={language} />
      <button type="submit" className="button">
        {t('team:invite.send')}
      </button>
    </form>
  )
}
