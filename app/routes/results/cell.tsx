// One cell: what one delegation answered to one question, in which revision; the last stop behind every figure.
import { useLoaderData } from '@remix-run/react'
import { revisionsOfField } from '#db/submissions.ts'
import { isVisible } from '#surveys/analysis/disclosure.ts'
import { refOf } from '#surveys/analysis/refs.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { asParticipant, notFound, type ParticipantVisit } from '../../access.server.ts'
import { answerLines } from '../../components/answering/answer-lines.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { questionHref } from '../../components/charts/links.ts'
import { times } from '../../components/charts/times.ts'
import { Said, tongueOf } from '../../components/questions/said.tsx'
import { speechOf, useWords } from '../../components/words.tsx'
import { noteShown } from '../team/reading-notes.server.ts'
import { factsOf, frameOf, type Results, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { view, consultation } = results
  const field = view.codebook.byName.get(visit.params.field ?? '')
  const voice = field && view.voices.get(field.section)?.find(({ country }) => country?.code === visit.params.country)
  const cell = field && voice?.cells.get(field.name)
  const reply = consultation.replies.find((one) => one.country === visit.params.country)
  if (!field || !voice?.country || !cell || !reply || !isVisible(view.reader, field.question)) throw notFound()
  await noteShown(visit, { round: results.round, replies: [reply] })
  return {
    ...frameOf(results, visit, visit.t('dashboards:cell.title', { number: field.number })),
    facts: factsOf(results, visit, field.section),
    country: voice.country.label,
    code: voice.country.code,
    question: { ref: refOf(field), number: field.number, label: field.question.label },
    item: field.item ? { key: field.item.key, label: field.item.label } : null,
    said: saidIn(results, visit, field, cell),
    comment: cell.comment,
    revision: reply.revision,
    submittedAt: reply.submittedAt,
    isEvidenced: voice.evidence.has(field.name),
    earlier: await earlierOf(results, visit, field, reply.revision),
  }
})

function saidIn({ round }: Results, visit: ParticipantVisit, field: Field, cell: Cell) {
  const { t, language, account } = visit
  const speech = speechOf({ t, language, digits: account.digits, timeZone: round.meeting.timeZone })
  const { lines, written } = answerLines(field, cell, speech)
  return { lines, language: written, isAbsence: cell.absence !== null }
}

/** What earlier revisions said: the team reads them live; what was released is one moment, and stays it. */
async function earlierOf(results: Results, visit: ParticipantVisit, field: Field, revision: number) {
  const { view, round } = results
  if (view.reader !== 'team' || view.snapshot !== null) return []
  const country = visit.params.country ?? ''
  const all = await revisionsOfField(visit.db, { roundId: round.id, country, field: field.name })
  return all
    .filter((one) => one.revision < revision)
    .map((one) => ({ ...one, cell: null, said: saidIn(results, visit, field, one.cell) }))
}

export default function CellPage() {
  const data = useLoaderData<typeof loader>()
  const { facts, country, code, question, item, said, comment, revision, isEvidenced, earlier } = data
  const { t, inZone, zone } = useWords()
  const moment = (at: string) => `${inZone(facts.timeZone).moment(at)} (${zone(facts.timeZone)})`
  return (
    <div className="page">
      <div className="head">
        <p className="over">
          {question.number} <Said text={question.label} />
          {item && (
            <>
              {t('results:colon')}
              <Said text={item.label} />
            </>
          )}
        </p>
        <h1>
          <Said text={country} />
        </h1>
      </div>
      <Facts facts={facts} />
      <dl className="facts">
        <div>
          <dt>{t('results:question.answer')}</dt>
          <dd>
            <Lines said={said} />
          </dd>
        </div>
        {comment && (
          <div>
            <dt>{t('results:question.comment')}</dt>
            <dd dir="auto">{comment}</dd>
          </div>
        )}
        <div>
          <dt>{t('dashboards:cell.revision')}</dt>
          <dd>{t('dashboards:cell.submitted', { revision, at: moment(data.submittedAt) })}</dd>
        </div>
        {isEvidenced && (
          <div>
            <dt>{t('dashboards:cell.evidence')}</dt>
            <dd>{t('dashboards:cell.accepted')}</dd>
          </div>
        )}
      </dl>
      {earlier.length > 0 && (
        <section className="stack" aria-labelledby="earlier">
          <h2 id="earlier">{t('dashboards:cell.earlier')}</h2>
          <dl className="facts">
            {earlier.map((one) => (
              <div key={one.revision}>
                <dt>{t('dashboards:cell.submitted', { revision: one.revision, at: moment(one.submittedAt) })}</dt>
                <dd>
                  <Lines said={one.said} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className="row">
        <a href={questionHref(facts, question.ref, item?.key)}>{t('dashboards:cell.all_answers')}</a>
        {facts.reader === 'team' && <a href={`/team/rounds/${facts.round}/${code}`}>{t('dashboards:cell.whole')}</a>}
      </p>
    </div>
  )
}

function Lines({ said }: { said: { lines: readonly string[]; language: string | null } }) {
  const { language } = useWords()
  return (
    <>
      {times(said.lines.length, (line) => (
        <span key={line} dir="auto" lang={tongueOf(said.language, language).lang}>
          {line > 0 && <br />}
          {said.lines[line]}
        </span>
      ))}
    </>
  )
}
