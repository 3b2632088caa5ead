// The record of the delegation's own reply: every answer it ever had, and everything that happened to it.
import { useLoaderData } from '@remix-run/react'
import { historyOf } from '#db/cells.ts'
import { listTrail, namesOf } from '#db/trail.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import { asDelegation, type DelegationVisit } from '../../access.server.ts'
import { RecordOfReply } from '../../components/answering/record.tsx'
import type { RecordPage, Revision } from '../../components/answering/record-page.ts'
import { type OwnReply, requireOwnReply } from './own-reply.server.ts'
import { deedOf } from './views/deeds.ts'
import { fieldsEver } from './views/earlier-fields.ts'

const MOST_REVISIONS = 200
const EVENTS = 50

export const loader = asDelegation(async (visit): Promise<RecordPage & { title: string }> => {
  const reply = await requireOwnReply(visit)
  const { codebook, reader, home } = reply
  const wanted = visit.url.searchParams.get('section') ?? ''
  const section = codebook.bySection.has(wanted) ? wanted : ''
  const revisions = await revisionsOf(reply, visit, section)
  const before = Number(visit.url.searchParams.get('before')) || undefined
  const place = { responseId: reply.id, meetingId: reply.round.meeting.id, country: visit.delegation.country }
  const entries = await listTrail(visit.db, { ...place, before, limit: EVENTS + 1 })
  const names = await namesOf(visit.db, entries)
  const last = entries.length > EVENTS ? entries[EVENTS - 1] : undefined
  return {
    ...home,
    title: reader.t('answer:record.title'),
    sections: codebook.questionnaire.sections.map(({ key, title }, index) => ({ key, title, letter: letterOf(index) })),
    section,
    revisions: revisions.slice(0, MOST_REVISIONS),
    isCut: revisions.length > MOST_REVISIONS,
    deeds: entries.slice(0, EVENTS).map((entry) => deedOf(entry, reader, names)),
    older: last ? `?${new URLSearchParams({ section, before: String(last.seq) })}#events` : null,
  }
})

/** The newest first; of one section, or of all. */
async function revisionsOf(reply: OwnReply, { db }: DelegationVisit, section: string): Promise<Revision[]> {
  const { reader } = reply
  const fields = await fieldsEver(db, reply)
  const history = await historyOf(db, reply.id)
  return history.flatMap((cell) => {
    const field = fields.get(cell.field)
    if (!field || (section !== '' && field.section !== section)) return []
    return [{ field, cell, when: reader.moment(cell.at), who: cell.by, revision: cell.revision }]
  })
}

export default function RecordRoute() {
  return <RecordOfReply page={useLoaderData<typeof loader>()} />
}
