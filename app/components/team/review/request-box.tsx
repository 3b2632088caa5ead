// What the delegation asks for: to open its reply again, or more questions; granted or refused here.
import type { openRequest } from '../../../routes/team/review.server.ts'
import { FieldName } from '../../review/field-name.tsx'
import { useWords } from '../../words.tsx'
import { AreaField } from '../fields.tsx'
import { Intent } from '../frame.tsx'
import type { ReviewForms } from './asked.tsx'

type Request = NonNullable<Awaited<ReturnType<typeof openRequest>>>

export function RequestBox({ request, sent, intent, may }: ReviewForms & { request: Request }) {
  const { t, short } = useWords()
  const isMine = sent?.values.act === 'grant' || sent?.values.act === 'refuse'
  const mine = isMine ? sent : undefined
  return (
    <section className="asked" aria-labelledby="request">
      <h2 id="request" className="ask sub">
        {t(`review:request.${request.kind}`)}
      </h2>
      {request.fields.length > 0 && (
        <ul>
          {request.fields.map((field) => (
            <li key={field.name}>
              <FieldName field={field} />
            </li>
          ))}
        </ul>
      )}
      <p dir="auto">{request.why}</p>
      <p className="fine">{t('review:thread.who', { name: `\u2068${request.by}\u2069`, when: short(request.at) })}</p>
      {may.decide_request && (
        <form method="post" className="stack tight" noValidate>
          <Intent value={intent} />
          <AreaField
            sent={mine}
            name="words"
            label={t('review:request.answer')}
            hint={t('review:request.answer_hint')}
            idPrefix={mine ? '' : 'request-'}
          />
          <p className="row">
            <button type="submit" name="act" value="grant" className="button small">
              {t('review:request.grant')}
            </button>
            <button type="submit" name="act" value="refuse" className="button second small">
              {t('review:request.refuse')}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
