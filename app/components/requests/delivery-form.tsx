// One delivery: what it was, on which need, and whether it met it.
import type { Text } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { AreaField, SelectField, type Sent } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type Delivery = {
  readonly id: string
  readonly title: Text
  readonly needs: readonly Text[]
  readonly at: string
  readonly said: { readonly answer: string; readonly words: string; readonly at: string } | null
}
type FormProps = { delivery: Delivery; mayAnswer: boolean; sent: Sent; intent: string }

const VERDICTS = ['met', 'partly', 'not_met', 'not_delivered'] as const

export function DeliveryForm({ delivery, mayAnswer, sent, intent }: FormProps) {
  const { t, list, moment } = useWords()
  const saying = useSaying()
  const { id, title, needs, at, said } = delivery
  const question = t('requests:delivered.question', {
    title: saying(title).words,
    needs: list(needs.map((need) => saying(need).words)),
  })
  return (
    <section className="stack" aria-labelledby={`delivery-${id}`}>
      <h2 id={`delivery-${id}`}>
        <Said text={title} />
      </h2>
      <p className="prose">{question}</p>
      <p className="meta">{t('requests:delivered.completed', { at: moment(at) })}</p>
      {said && (
        <p className="notice kept">
          {t('requests:delivered.said', { answer: t(`requests:verdict.${said.answer}`), at: moment(said.at) })}
        </p>
      )}
      {mayAnswer && (
        <form method="post" className="stack airy" noValidate>
          <Intent value={intent} />
          <input type="hidden" name="request" value={id} />
          <SelectField
            sent={sent}
            name="answer"
            idPrefix={id}
            label={t('requests:delivered.answer')}
            empty={t('team:choose')}
            start={said?.answer ?? ''}
            choices={VERDICTS.map((value) => ({ value, words: t(`requests:verdict.${value}`) }))}
          />
          <AreaField
            sent={sent}
            name="words"
            idPrefix={id}
            label={t('requests:delivered.words')}
            start={said?.words}
            isOptional
          />
          <button type="submit" className="button">
            {t('requests:delivered.send')}
          </button>
        </form>
      )}
    </section>
  )
}
