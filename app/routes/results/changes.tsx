// What is different between two snapshots of a round, in sentences; each as its reader may see it.
import { useLoaderData } from '@remix-run/react'
import { listSnapshots, type Snapshot } from '#db/snapshots.ts'
import { changesBetween } from '#surveys/analysis/changes.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import type { Finding } from '#surveys/analysis/model.ts'
import { asParticipant, type ParticipantVisit } from '../../access.server.ts'
import { dataLine, Facts, type SnapshotStamp } from '../../components/charts/facts.tsx'
import { useFinding } from '../../components/charts/figure.tsx'
import { times } from '../../components/charts/times.ts'
import { useWords } from '../../components/words.tsx'
import { loadRound } from './reading.server.ts'
import { factsOf, frameOf, type Results, requireResults, stampOf } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const earlier = await earlierOf(visit, results)
  const since = earlier.find(({ number }) => String(number) === visit.url.searchParams.get('since')) ?? earlier[0]
  return {
    ...frameOf(results, visit, visit.t('session:changes.title')),
    facts: factsOf(results, visit, results.view.codebook.questionnaire.sections[0]?.key ?? ''),
    since: since ? stampOf({ ...results.reading, snapshot: since }) : null,
    others: earlier.filter(({ number }) => number !== since?.number).map(({ number }) => number),
    changes: since ? await changesSince(visit, results, since) : [],
  }
})

/** The snapshots before the one that is read, the nearest first. */
async function earlierOf({ db, isTeam }: ParticipantVisit, { round, reading }: Results): Promise<Snapshot[]> {
  const released = isTeam ? {} : ({ isReleased: true } as const)
  const all = await listSnapshots(db, { meetingId: round.meeting.id, roundId: round.id, ...released })
  return all.filter(({ number }) => !reading.snapshot || number < reading.snapshot.number)
}

/** Each as it was released: what one of the two does not show, the sentence does not say. */
async function changesSince(visit: ParticipantVisit, { round, view, mode }: Results, since: Snapshot) {
  const { source } = await loadRound(visit, round, since)
  const before = disclose(source, view.reader, since.mode ?? mode)
  if (before.codebook.questionnaire.version !== view.codebook.questionnaire.version)
    return [{ code: 'change_version' }] satisfies Finding[]
  return changesBetween(before, view)
}

export default function Changes() {
  const { title, facts, since, others, changes } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const speech = useWords()
  const say = useFinding()
  const line = (stamp: SnapshotStamp) => dataLine(speech, { ...facts, snapshot: stamp })
  const join = facts.search ? `${facts.search}&` : '?'
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">
          {since ? t('session:changes.since', { snapshot: line(since) }) : t('session:changes.nothing_before')}
        </p>
      </div>
      <Facts facts={facts} />
      <ul className="stack">
        {times(changes.length, (place) => {
          const change = changes[place]
          return change && <li key={place}>{say(change)}</li>
        })}
      </ul>
      {others.length > 0 && (
        <p className="row meta">
          {others.map((number) => (
            <a key={number} href={`${facts.path}${join}since=${number}`}>
              {t('session:changes.with', { number })}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}
