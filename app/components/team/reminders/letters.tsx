// The letter in each language before it goes, and the same request as a text for the diplomatic channel.
import type { Text } from '#surveys/definition/model.ts'
import { directionOf, OWN_NAMES } from '../../../languages.ts'
import type { NoteText, PreviewLetter } from '../../../routes/team/reminders.server.ts'
import { useSaying } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'

export function Letters({ letters }: { letters: readonly PreviewLetter[] }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="letters">
      <h2 id="letters">{t('reminders:letters')}</h2>
      <p className="meta">{t(letters.length === 0 ? 'reminders:no_letter' : 'reminders:letters_lead')}</p>
      {letters.map(({ language, subject, text }) => (
        <details className="more" key={language}>
          <summary lang={language}>{OWN_NAMES[language]}</summary>
          <div className="earlier stack tight" lang={language} dir={directionOf(language)}>
            <p>
              <b>{subject}</b>
            </p>
            {text.split('\n\n').map((paragraph, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a letter have no identity but their place
              <p key={index}>
                <bdi dir="auto">{paragraph}</bdi>
              </p>
            ))}
          </div>
        </details>
      ))}
    </section>
  )
}

type NoteProps = {
  readonly note: { readonly code: string; readonly texts: readonly NoteText[] }
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
}

export function NoteVerbale({ note, countries }: NoteProps) {
  const { t } = useWords()
  const saying = useSaying()
  return (
    <section className="stack" aria-labelledby="note">
      <h2 id="note">{t('reminders:note.title')}</h2>
      <p className="meta">{t('reminders:note.lead')}</p>
      <form method="get" className="row" action="#note">
        <label htmlFor="country">{t('team:board.delegation')}</label>
        <select id="country" name="country" defaultValue={note.code}>
          {countries.map(({ code, label }) => (
            <option key={code} value={code}>
              {saying(label).words}
            </option>
          ))}
        </select>
        <button type="submit" className="button second">
          {t('team:apply')}
        </button>
      </form>
      {note.texts.map(({ language, text }) => (
        <div className="field" key={language}>
          <label htmlFor={`note-${language}`} lang={language}>
            {OWN_NAMES[language]}
          </label>
          <textarea
            id={`note-${language}`}
            key={note.code}
            lang={language}
            dir={directionOf(language)}
            readOnly
            rows={9}
            defaultValue={text}
          />
        </div>
      ))}
    </section>
  )
}
