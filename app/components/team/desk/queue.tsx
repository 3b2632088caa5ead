// The lines of the queue: the answer, why it is here, and what can be done: ask about it, or dismiss it with a note.
import type { QueueLine } from '../../../routes/team/checks.server.ts'
import { Said } from '../../questions/said.tsx'
import { FieldName } from '../../review/field-name.tsx'
import { useWords } from '../../words.tsx'
import { AreaField, type Sent } from '../fields.tsx'
import { Intent } from '../frame.tsx'
import { ReplyAnswer } from '../reply-section.tsx'

type QueueProps = {
  readonly lines: readonly QueueLine[]
  /** of the filter; more than the page may show */
  readonly count: number
  readonly base: string
  readonly sent: Sent
  readonly intent: string
}

export function Queue({ lines, count, ...props }: QueueProps) {
  const { t } = useWords()
  return (
    <section className="stack airy" aria-labelledby="queue">
      <h2 id="queue">{t('desk:checks.shown', { count })}</h2>
      {count > lines.length && <p className="meta">{t('desk:checks.first', { count: lines.length })}</p>}
      <div className="stack airy" id="act">
        {lines.map((line) => (
          <Line key={`${line.country.code} ${line.matter}`} line={line} {...props} />
        ))}
      </div>
    </section>
  )
}

type LineProps = Omit<QueueProps, 'lines' | 'count'> & { readonly line: QueueLine }

function Line({ line, base, sent, intent }: LineProps) {
  const { t, short } = useWords()
  const { kind, country, field, cell, dismissed, state, matter } = line
  const id = `${country.code}-${matter}`.replace(/[^\w-]/g, '-')
  return (
    <article className="stack tight" id={id} aria-labelledby={`t-${id}`}>
      <p className="over">
        {t(`desk:kind.${kind}`)} · <Said text={country.label} />
      </p>
      <h3 id={`t-${id}`}>
        <a href={`${base}/questions/${field.name}#r-${country.code}`}>
          <FieldName field={field} />
        </a>
      </h3>
      <p>
        <ReplyAnswer line={{ field, cell }} />
      </p>
      {cell?.comment && (
        <p className="meta">
          {t('team:reply_page.comment')}{' '}
          <span lang={cell.language ?? undefined} dir="auto">
            {cell.comment}
          </span>
        </p>
      )}
      <Why line={line} />
      {dismissed && (
        <p className="fine">
          <span dir="auto">{dismissed.note}</span> –{' '}
          {t('review:thread.who', { name: `\u2068${dismissed.by}\u2069`, when: short(dismissed.at) })}
        </p>
      )}
      {state === 'asked' && <p className="fine">{t('desk:checks.is_asked')}</p>}
      <Acts line={line} id={id} base={base} sent={sent} intent={intent} />
    </article>
  )
}

function Why({ line: { kind, message, region, before, field } }: { line: QueueLine }) {
  const { t, number } = useWords()
  if (message) {
    return (
      <p>
        <Said text={message} />
      </p>
    )
  }
  if (kind === 'outlier' && region) {
    const { low, middle, high, n } = region
    const tidy = (figure: number) => number(Math.round(figure * 10) / 10)
    return <p>{t('desk:why.outlier', { low: tidy(low), middle: tidy(middle), high: tidy(high), count: n })}</p>
  }
  if (kind === 'changed') {
    return (
      <p>
        {t('desk:why.changed')} <ReplyAnswer line={{ field, cell: before }} />
      </p>
    )
  }
  return <p>{t(`desk:why.${kind}`)}</p>
}

function Acts({ line, id, base, sent, intent }: LineProps & { id: string }) {
  const { t } = useWords()
  const { country, field, matter, state, kind } = line
  const value = `${country.code} ${matter}`
  const mine = sent?.values.line === value ? sent : undefined
  const name = <span className="hidden"> {`${field.number} ${country.code}`}</span>
  const check = kind === 'contradiction' ? (matter.split(':').at(-1) ?? '') : kind
  if (state === 'dismissed') {
    return (
      <form method="post">
        <Intent value={intent} />
        <input type="hidden" name="line" value={value} />
        <button type="submit" name="act" value="take_up" className="button quiet small">
          {t('desk:checks.take_up')}
          {name}
        </button>
      </form>
    )
  }
  return (
    <>
      <p>
        <a
          className="tap"
          href={`${base}/${country.code}/clarifications/${field.name}?${new URLSearchParams({ check })}`}
        >
          {t('desk:checks.ask')}
          {name}
        </a>
      </p>
      <details className="more" open={mine !== undefined}>
        <summary>
          {t('desk:checks.dismiss')}
          {name}
        </summary>
        <form method="post" className="stack tight" noValidate>
          <Intent value={intent} />
          <input type="hidden" name="line" value={value} />
          <AreaField
            sent={mine}
            name="why"
            label={t('desk:checks.note')}
            hint={t('desk:checks.note_hint')}
            idPrefix={mine ? '' : `${id}-`}
          />
          <button type="submit" name="act" value="dismiss" className="button second small">
            {t('desk:checks.dismiss')}
          </button>
        </form>
      </details>
    </>
  )
}
