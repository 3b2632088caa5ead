// A discussion among colleagues: the question, its answer now, every word with its author, and a field for the next.
import type { Remark } from '#surveys/answering/discussion.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { Crumbs } from '../answering/crumbs.tsx'
import { GivenAnswer } from '../answering/given-answer.tsx'
import type { ReplyPlace } from '../answering/section-page.ts'
import { tongueOf } from '../questions/said.tsx'
import { FieldName, type NamedField } from '../review/field-name.tsx'
import { AreaField, type Sent } from '../team/fields.tsx'
import { Done, Intent, Problems } from '../team/frame.tsx'
import { useWords } from '../words.tsx'

type RemarkView = Omit<Remark, 'account'> & {
  readonly isMine: boolean
  readonly mayEdit: boolean
  readonly mayErase: boolean
}
export type DiscussionPage = ReplyPlace & {
  readonly field: NamedField
  readonly href: string
  readonly history: string
  readonly cell: Cell | null
  readonly remarks: readonly RemarkView[]
  readonly maySay: boolean
  readonly done: string | null
  readonly intent: string
}

export function Discussion({ page, sent }: { page: DiscussionPage; sent: Sent }) {
  const { t } = useWords()
  const said = page.remarks.filter(({ erasedAt }) => erasedAt === null).length
  return (
    <div className="page">
      <Problems sent={sent} idPrefix={prefixOf(sent)} />
      <Done done={page.done} />
      <Crumbs page={page} here={t('inside:discussion.title')} />
      <div className="head">
        <p className="over">
          <FieldName field={page.field} />
        </p>
        <h1>{t('inside:discussion.finding', { count: said })}</h1>
        <p className="lead">{t('inside:discussion.lead')}</p>
      </div>
      <section aria-labelledby="answer" className="stack tight">
        <h2 id="answer">{t('inside:now')}</h2>
        <p>
          {/* `answerLines` asks for a compiled field; of its expressions it reads nothing. */}
          <GivenAnswer field={page.field as Field} cell={page.cell ?? undefined} />
        </p>
        <p className="row">
          <a href={page.href}>{t('inside:to_question')}</a>
          <a href={page.history}>{t('inside:history.link')}</a>
        </p>
      </section>
      <section aria-labelledby="thread" className="stack">
        <h2 id="thread">{t('inside:discussion.title')}</h2>
        {page.remarks.length === 0 && <p className="meta">{t('inside:discussion.nothing')}</p>}
        <ol role="list" className="stack airy">
          {page.remarks.map((remark) => (
            <One key={remark.number} remark={remark} page={page} sent={sent} />
          ))}
        </ol>
      </section>
      {page.maySay && <Say page={page} sent={sent?.values.act === 'say' ? sent : undefined} />}
    </div>
  )
}

/** The field that was wrong: that of a new word, or of the one that was edited. */
const prefixOf = (sent: Sent) => (sent?.values.act === 'edit' ? `r${sent.values.number}-` : '')

function One({ remark, page, sent }: { remark: RemarkView; page: DiscussionPage; sent: Sent }) {
  const { t, language, short } = useWords()
  const { number, body, at, by, editedAt, erasedAt } = remark
  const who = t('review:thread.who', { name: `\u2068${by}\u2069`, when: short(at) })
  if (erasedAt !== null) {
    return (
      <li id={`r${number}`} className="meta">
        {t('inside:discussion.erased', { who })}
      </li>
    )
  }
  return (
    <li id={`r${number}`} className="stack tight">
      <p className="fine">
        {who}
        {editedAt !== null && ` · ${t('inside:discussion.edited', { when: short(editedAt) })}`}
      </p>
      <p {...tongueOf(remark.language, language)} dir="auto">
        {body.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no identity but their place
          <span key={index}>
            {index > 0 && <br />}
            {line}
          </span>
        ))}
      </p>
      {page.maySay && (remark.mayEdit || remark.mayErase) && <Own remark={remark} page={page} sent={sent} />}
    </li>
  )
}

function Own({ remark, page, sent }: { remark: RemarkView; page: DiscussionPage; sent: Sent }) {
  const { t } = useWords()
  const mine = sent?.values.act === 'edit' && sent.values.number === String(remark.number) ? sent : undefined
  return (
    <details className="more" open={mine !== undefined}>
      <summary>
        {t('inside:discussion.mine')} <span className="hidden">{remark.number}</span>
      </summary>
      <form method="post" className="stack" noValidate>
        <Intent value={page.intent} />
        <input type="hidden" name="number" value={remark.number} />
        {remark.mayEdit && (
          <AreaField
            sent={mine}
            name="remark"
            label={t('inside:discussion.put_right')}
            start={remark.body}
            idPrefix={`r${remark.number}-`}
          />
        )}
        <p className="row">
          {remark.mayEdit && (
            <button type="submit" className="button small" name="act" value="edit">
              {t('inside:discussion.edit')}
            </button>
          )}
          {remark.mayErase && (
            <button type="submit" className="button quiet small" name="act" value="erase">
              {t('inside:discussion.erase')}
            </button>
          )}
        </p>
      </form>
    </details>
  )
}

function Say({ page, sent }: { page: DiscussionPage; sent: Sent }) {
  const { t } = useWords()
  return (
    <form method="post" className="stack" noValidate>
      <Intent value={page.intent} />
      <AreaField sent={sent} name="remark" label={t('inside:discussion.new')} hint={t('inside:discussion.hint')} />
      <p>
        <button type="submit" className="button" name="act" value="say">
          {t('inside:discussion.say')}
        </button>
      </p>
    </form>
  )
}
