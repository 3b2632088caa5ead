// Asking about one answer: the question in the delegation's language, from a phrase or in own words, who follows it up, by when.
import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { noteClarification } from '#db/asking.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { FieldName, namedField } from '../../components/review/field-name.tsx'
import { Crumbs, Head, Problems } from '../../components/team/frame.tsx'
import { ReplyAnswer } from '../../components/team/reply-section.tsx'
import { AskForm } from '../../components/team/review/ask-form.tsx'
import { useWords } from '../../components/words.tsx'
import { done } from './answers.ts'
import { readQuestion, requireAsked, suggestedWords } from './ask.server.ts'
import { onceOnly } from './intents.server.ts'
import { namesOf } from './overview.server.ts'
import { followersToChoose, possibleActs } from './review.server.ts'

export const loader = asTeam(async (visit) => {
  const asked = await requireAsked(visit)
  const { round, country, field, cells, clarifications } = asked
  const about = clarifications.filter((one) => one.field === field.name)
  return {
    title: `${visit.t('review:ask.title')}: ${field.number}`,
    names: namesOf(round),
    country: { code: country.code, label: country.label },
    field: namedField(field),
    cell: cells.get(field.name) ?? null,
    noted: about.find(({ state }) => state === 'noted') ?? null,
    isOpen: about.some(({ state }) => state === 'open' || state === 'answered'),
    mayAsk: possibleActs(asked, visit, false).ask ?? false,
    followers: await followersToChoose(visit.db, round),
    suggested: suggestedWords(visit, asked.codebook),
    me: visit.account.id,
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const asked = await requireAsked(visit)
  const { round, country, field, line } = asked
  const { form, language, question, assignee, dueOn, proposed, isShownAgain } = await readQuestion(visit, asked)
  const values = { ...form.values, question: isShownAgain ? question : (form.values.question ?? '') }
  if (isShownAgain) return data({ problems: [], values, proposed })
  if (form.problems.length > 0 || !language || !assignee)
    return data({ problems: form.problems, values, proposed }, 400)
  const step = { ...audit(visit), responseId: line.responseId, country: line.country, role: visit.team.role }
  const noting = { ...step, field: field.name, question, language, assignee, dueOn, proposed }
  const refusal = await onceOnly(visit, async (trx) => (await noteClarification(trx, noting)) ?? null)
  const base = `/team/rounds/${round.slug}`
  if (!refusal && visit.url.searchParams.get('from') === 'question')
    return done(`${base}/questions/${field.name}`, 'noted', `#r-${country.code}`)
  if (!refusal) return done(`${base}/${country.code}/clarifications`, 'noted')
  form.refuse('act', refusal === 'asked_already' ? 'asked_already' : 'state')
  return data({ problems: form.problems, values, proposed }, 400)
})

export default function Ask() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const round = `/team/rounds/${page.names.slug}`
  const reply = `${round}/${page.country.code}`
  return (
    <div className="page">
      <Problems sent={sent} />
      <Crumbs
        steps={[
          { href: round, words: <Said text={page.names.title} /> },
          { href: reply, words: <Said text={page.country.label} /> },
          { href: `${reply}/clarifications`, words: t('review:page.title') },
        ]}
        here={t('review:ask.title')}
      />
      <Head over={t('review:ask.title')} title={<FieldName field={page.field} />} />
      <section className="earlier stack tight" aria-label={t('review:ask.answer')}>
        <p className="over">{t('review:ask.answer')}</p>
        <p>
          <ReplyAnswer line={page} />
        </p>
        {page.cell?.comment && <p dir="auto">{page.cell.comment}</p>}
      </section>
      {page.isOpen || !page.mayAsk ? (
        <p className="notice plain">
          {t(page.isOpen ? 'review:ask.open_already' : 'team:problem.state')}{' '}
          <a href={`${reply}/clarifications`}>{t('review:ask.to_thread')}</a>
        </p>
      ) : (
        <AskForm page={page} sent={sent} proposed={sent ? sent.proposed : (page.noted?.proposal?.cell ?? null)} />
      )}
    </div>
  )
}
