// Before a snapshot is released: whose answers could be had from it together with what is out already.
import { loadSnapshot, snapshotRounds } from '#db/snapshot-rows.ts'
import { listSnapshots, type Snapshot } from '#db/snapshots.ts'
import type { Db } from '#db/tables.ts'
import { outingOf, planDisclosure } from '#surveys/analysis/disclosure.ts'
import { type Inference, whoBecomesInferable } from '#surveys/analysis/inference.ts'
import { type Consultation, MODES, type Mode } from '#surveys/analysis/model.ts'
import type { Text } from '#surveys/definition/model.ts'

/** A section of a round from which somebody could be worked out. */
export type Exposed = {
  readonly round: Text
  readonly section: Text
  readonly countries: readonly Text[]
  readonly how: Inference['how']
  /** number of the snapshot that gives it away together with this one */
  readonly against: number
}
export type ReleaseCheck = {
  /** whether one or two delegations stay in the totals of some section: then the mode decides what is shown */
  readonly modeMatters: boolean
  readonly exposed: Readonly<Record<Mode, readonly Exposed[]>>
}

/** What each mode of release would give away. */
export async function checkRelease(db: Db, snapshot: Snapshot): Promise<ReleaseCheck> {
  const out = await listSnapshots(db, { meetingId: snapshot.meetingId, isReleased: true })
  const earlier = out.filter(({ id }) => id !== snapshot.id)
  const exposed: Record<Mode, Exposed[]> = { by_name: [], totals: [] }
  let modeMatters = false
  for (const { roundId, title } of await snapshotRounds(db, snapshot.id)) {
    const now = await loadSnapshot(db, { snapshotId: snapshot.id, number: snapshot.number, roundId })
    if (!now) continue
    modeMatters ||= isModeDecisive(now)
    for (const one of earlier) {
      for (const mode of MODES) {
        for (const found of await exposedBy(db, { roundId, one, now, mode }))
          exposed[mode].push({ round: title, ...found, against: one.number })
      }
    }
  }
  return { modeMatters, exposed }
}

function isModeDecisive({ codebook, roster, replies }: Consultation): boolean {
  const { shown } = planDisclosure(codebook, roster, replies, 'shared', 'by_name')
  return [...shown.values()].some(({ kind }) => kind !== 'names_and_totals')
}

type Pair = { roundId: string; one: Snapshot; now: Consultation; mode: Mode }

/** Both with the consents of today and with those under which the earlier one may have been read. */
async function exposedBy(db: Db, { roundId, one, now, mode }: Pair) {
  const found = new Map<string, Inference>()
  for (const consents of ['then', 'lower'] as const) {
    const before = await loadSnapshot(db, { snapshotId: one.id, number: one.number, roundId, consents })
    if (!before) return []
    const inferable = whoBecomesInferable(outingOf(before, one.mode ?? 'by_name'), outingOf(now, mode))
    for (const each of inferable) found.set([each.section, each.how, ...each.countries].join(' '), each)
  }
  const { sections } = now.codebook.questionnaire
  return [...found.values()].map(({ section, countries, how }) => ({
    section: sections.find(({ key }) => key === section)?.title ?? {},
    countries: now.roster.filter(({ code }) => countries.includes(code)).map(({ label }) => label),
    how,
  }))
}
