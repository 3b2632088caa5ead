// The form of a clarification: phrases to begin with, the words, who follows it up, by when.
import type { Clarification } from '#surveys/answering/clarification.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { LANGUAGES, OWN_NAMES } from '../../../languages.ts'
import type { NamedField } from '../../review/field-name.tsx'
import { useWords } from '../../words.tsx'
import { AreaField, SelectField, type Sent } from '../fields.tsx'
import { Intent } from '../frame.tsx'
import { DayField } from '../when-fields.tsx'
import { canPropose, ProposalFields } from './proposal-fields.tsx'

/** Keys of `review:phrases`: what is asked again and again. */
export const PHRASES = ['unclear', 'contradiction', 'figure', 'evidence', 'result', 'date'] as const

type FormProps = {
  readonly sent: Sent
  readonly proposed: Cell | null
  readonly page: {
    readonly noted: Pick<Clarification, 'question' | 'language' | 'assignee' | 'dueOn'> | null
    readonly field: NamedField
    /** what an automatic check would ask */
    readonly suggested: string | null
    readonly followers: readonly { readonly id: string; readonly name: string }[]
    readonly me: string
    readonly intent: string
  }
}

export function AskForm({ page, sent, proposed }: FormProps) {
  const { t, language } = useWords()
  const { noted, followers, me, intent, suggested, field } = page
  const wrong = sent?.problems.find((one) => one.field === 'proposal')
  const languages = LANGUAGES.map((code) => ({ value: code, words: OWN_NAMES[code], lang: code }))
  const people = followers.map(({ id, name }) => ({ value: id, words: name }))
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      <SelectField
        sent={sent}
        name="language"
        label={t('review:ask.language')}
        choices={languages}
        start={noted?.language ?? language}
      />
      <fieldset>
        <legend>{t('review:ask.phrases')}</legend>
        <p className="row">
          {PHRASES.map((phrase) => (
            <button key={phrase} type="submit" name="act" value={`phrase:${phrase}`} className="button second small">
              {t(`review:phrase_names.${phrase}`)}
            </button>
          ))}
        </p>
      </fieldset>
      <AreaField
        sent={sent}
        name="question"
        label={t('review:ask.question')}
        hint={t('review:ask.question_hint')}
        start={noted?.question ?? suggested ?? undefined}
      />
      {canPropose(field) && (
        <ProposalFields
          field={field}
          cell={proposed}
          problem={wrong ? t(`team:problem.${wrong.code}`, wrong.values) : null}
        />
      )}
      <SelectField
        sent={sent}
        name="assignee"
        label={t('review:ask.assignee')}
        choices={people}
        start={noted?.assignee?.id ?? me}
      />
      <DayField
        sent={sent}
        name="due"
        label={t('review:ask.due')}
        start={noted?.dueOn ? { date: noted.dueOn } : null}
        isOptional
      />
      <button type="submit" className="button" name="act" value="note" id="act">
        {t('review:ask.note')}
      </button>
    </form>
  )
}
