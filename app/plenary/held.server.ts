// What slides are made from: the snapshot on the stage, round by round, with the eyes of everybody.
import type { Meeting } from '#db/meetings.ts'
import { findRound } from '#db/rounds.ts'
import { findSnapshot, type Snapshot } from '#db/snapshots.ts'
import type { Reveal, Stage } from '#db/stages.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import type { Consultation, View } from '#surveys/analysis/model.ts'
import type { Visit } from '../access.server.ts'
import type { Body, Slide } from '../components/plenary/slide.ts'
import type { Kept } from '../routes/results/cache.server.ts'
import { loadRound } from '../routes/results/reading.server.ts'

export type Asking = Pick<Visit, 'db' | 'now' | 't' | 'language'>
export type Showing = {
  readonly meeting: Meeting
  readonly snapshot: Snapshot
  readonly reveal: Reveal
}

/** @throws when the stage has no snapshot any more, which the database refuses */
export async function showingOf({ db }: Asking, meeting: Meeting, stage: Stage): Promise<Showing> {
  const snapshot = await findSnapshot(db, { meetingId: meeting.id, number: stage.snapshotNumber })
  if (!snapshot?.releasedAt) throw new Error(`Snapshot ${stage.snapshotNumber} is not released.`)
  return { meeting, snapshot, reveal: stage.reveal }
}

export type Part = Partial<Omit<Slide, 'title'>> & { readonly body: Body }

export type Held = {
  readonly consultation: Consultation
  readonly view: View
  readonly once: Kept<Consultation>['once']
}

/** A round as the snapshot on the stage holds it, with the eyes of everybody. */
export async function heldRound(asking: Asking, showing: Showing, slug: string): Promise<Held | undefined> {
  const round = await findRound(asking.db, slug)
  if (!round || round.meeting.id !== showing.meeting.id) return undefined
  const kept = await loadRound(asking, round, showing.snapshot).catch((refused: unknown) => {
    // the snapshot was taken before this round had a reply
    if (refused instanceof Response) return undefined
    throw refused
  })
  if (!kept) return undefined
  // the names under which the pages of results keep the same findings
  const eyes = `shared ${showing.snapshot.mode ?? 'by_name'}`
  const view = kept.once(eyes, () => disclose(kept.source, 'shared', showing.snapshot.mode ?? 'by_name'))
  return { consultation: kept.source, view, once: (name, compute) => kept.once(`${eyes} ${name}`, compute) }
}
