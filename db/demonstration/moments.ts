// Scenes of snapshots: the first is out for the debate, the second is proposed and waits for another person's release.
import { findMeeting } from '../meetings.ts'
import { approveRelease, findSnapshot, proposeRelease, type SnapshotKind, takeSnapshot } from '../snapshots.ts'
import { accountOf, missing, type Scene, type Stage } from './stage.ts'

const TAKEN = [
  {
    kind: 'draft_for_debate',
    title: { en: 'Draft for debate', fr: 'Projet pour le débat', ar: 'مسودة للنقاش' },
    day: -6.5,
    released: -6.4,
  },
  {
    kind: 'for_conclusions',
    title: { en: 'For conclusions', fr: 'Pour les conclusions', ar: 'للاستنتاجات' },
    day: -1.2,
    released: null,
  },
] as const satisfies readonly { kind: SnapshotKind; title: object; day: number; released: number | null }[]

export function takeSnapshots(stage: Stage): Scene[] {
  return TAKEN.flatMap(({ kind, title, day, released }, index): Scene[] => {
    const scenes: Scene[] = [
      {
        day,
        play: async (at) => {
          const meetingId = await meetingOf(stage)
          const act = { actor: accountOf(stage, 'manager'), at }
          const taken = await takeSnapshot(stage.trx, { ...act, meetingId, kind, title, today: at.slice(0, 10) })
          const snapshotId = taken?.id ?? missing('reply to take')
          await proposeRelease(stage.trx, { ...act, snapshotId, mode: 'by_name', why: null })
        },
      },
    ]
    if (released !== null) scenes.push({ day: released, play: (at) => release(stage, index + 1, at) })
    return scenes
  })
}

async function release(stage: Stage, number: number, at: string): Promise<void> {
  const snapshot = await findSnapshot(stage.trx, { meetingId: await meetingOf(stage), number })
  const snapshotId = snapshot?.id ?? missing(`snapshot ${number}`)
  const refusal = await approveRelease(stage.trx, { snapshotId, actor: accountOf(stage, 'officer'), at })
  if (refusal) throw new Error(`Snapshot ${number} could not be released: ${refusal}.`)
}

async function meetingOf({ trx }: Stage): Promise<string> {
  return ((await findMeeting(trx, 'demo')) ?? missing('meeting demo')).id
}
