// The form of an invitation, and what whoever invites may hand over by hand, once.
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { useWords } from '../words.tsx'
import { SelectField, type Sent, TextField } from './fields.tsx'
import { Intent } from './frame.tsx'
import { type MeetingPlaces, PlaceFields } from './place-fields.tsx'
import { DELEGATION, OTHERS } from './roles.ts'

type FormProps = {
  readonly meetings: readonly MeetingPlaces[]
  readonly start: string
  readonly sent: Sent
  readonly intent: string
}

export function InviteForm({ meetings, start, sent, intent }: FormProps) {
  const { t, language } = useWords()
  const languages = LANGUAGES.map((code) => ({ value: code, words: OWN_NAMES[code], lang: code }))
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      <TextField sent={sent} name="name" label={t('team:people.name')} size="mid" />
      <TextField sent={sent} name="email" label={t('team:people.address')} type="email" size="mid" />
      <PlaceFields meetings={meetings} roles={[...DELEGATION, ...OTHERS]} sent={sent} start={start} />
      <SelectField sent={sent} name="language" label={t('team:invite.language')} choices={languages} start={language} />
      <button type="submit" className="button">
        {t('team:invite.send')}
      </button>
    </form>
  )
}

type HandOverProps = { name: string; link: string | null; code: string | null; back?: string }

/** `code` null: the form was sent twice, and the code was shown the first time. */
export function HandOver({ name, link, code, back = '/team/people' }: HandOverProps) {
  const { t } = useWords()
  return (
    <>
      {link && code && (
        <div className="notice plain">
          <p>{name ? t('team:invite.code_lead', { name }) : t('team:invite.code_lead_again')}</p>
          <dl className="facts">
            <div>
              <dt>{t('team:invite.link')}</dt>
              <dd className="seal">{link}</dd>
            </div>
            <div>
              <dt>{t('team:invite.code')}</dt>
              <dd className="seal">
                <b>{code}</b>
              </dd>
            </div>
          </dl>
        </div>
      )}
      <p>
        <a href={back}>{t('team:invite.back')}</a>
      </p>
    </>
  )
}
