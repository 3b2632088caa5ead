// Notes on results as a list, with the forms of those who write them and of those who say what is shown.
import type { Text } from '#surveys/definition/model.ts'
import { LANGUAGES } from '../../languages.ts'
import { Said } from '../questions/said.tsx'
import { AreaField, type Choice, SelectField, type Sent, TextField } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type Page = {
  readonly timeZone: string
  readonly notes: readonly {
    readonly id: string
    readonly kind: 'observation' | 'comment'
    readonly texts: Text
    readonly organisation: string
    readonly state: 'waiting' | 'shown' | 'withheld'
    readonly at: string
    readonly by: string
    /** the dashboard, area or measure */
    readonly on: string
  }[]
  readonly pages: readonly Choice[]
  readonly items: readonly Choice[]
  readonly isTeam: boolean
  readonly intent: string
}

export function NoteList({ page: { notes, isTeam, timeZone } }: { page: Page }) {
  const { t, inZone } = useWords()
  if (notes.length === 0) return <p className="prose">{t('notes:none')}</p>
  return notes.map(({ id, kind, texts, organisation, state, at, by, on }) => (
    <section key={id} className="stack tight" aria-labelledby={`note-${id}`}>
      <h2 id={`note-${id}`}>{on}</h2>
      <p className="prose">
        <Said text={texts} />
      </p>
      <p className="meta">
        {kind === 'observation' ? t('notes:by_team') : <bdi>{`${by}, ${organisation}`}</bdi>} ·{' '}
        {inZone(timeZone).moment(at)} · {t(`notes:state.${state}`)}
      </p>
      {isTeam && (
        <form method="post" className="row">
          <input type="hidden" name="note" value={id} />
          {(['show', 'withhold'] as const)
            .filter((act) => (act === 'show') !== (state === 'shown') || state === 'waiting')
            .filter((act) => !(act === 'withhold' && state === 'withheld'))
            .map((act) => (
              <button key={act} type="submit" name="act" value={act} className="button second small">
                {t(`notes:act.${act}`)}
              </button>
            ))}
        </form>
      )}
    </section>
  ))
}

export function ObservationForm({ page, sent }: { page: Page; sent: Sent }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="observe">
      <h2 id="observe">{t('notes:observe')}</h2>
      <form method="post" className="stack airy" noValidate>
        <Intent value={page.intent} />
        <SelectField sent={sent} name="page" label={t('notes:page')} choices={page.pages} />
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            sent={sent}
            name={`text.${language}`}
            label={t('notes:text_in', { language: t(`languages.${language}`) })}
            lang={language}
          />
        ))}
        <button type="submit" name="act" value="observe" className="button">
          {t('notes:keep')}
        </button>
      </form>
    </section>
  )
}

export function CommentForm({ page, sent }: { page: Page; sent: Sent }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="comment">
      <h2 id="comment">{t('notes:comment')}</h2>
      <p className="prose">{t('notes:comment_means')}</p>
      <form method="post" className="stack airy" noValidate>
        <Intent value={page.intent} />
        <SelectField sent={sent} name="item" label={t('notes:item')} choices={page.items} />
        <TextField sent={sent} name="organisation" label={t('notes:organisation')} />
        <AreaField sent={sent} name="words" label={t('notes:words')} />
        <button type="submit" name="act" value="comment" className="button">
          {t('notes:send')}
        </button>
      </form>
    </section>
  )
}
