// What a pasted document or seal belongs to: computed again, looked up, compared.

import { sha256 } from '#db/digest.ts'
import { findMeetingById } from '#db/meetings.ts'
import { findRound } from '#db/rounds.ts'
import { findSubmissionByHash, type PlacedSubmission } from '#db/submissions.ts'
import { verifyReply } from '#surveys/answering/reply.ts'
import { canonicalJson, isPlain } from '#surveys/definition/sealing.ts'
import type { Visit } from '../../access.server.ts'
import type { Found, FoundReply } from '../../components/answering/verify.tsx'
import { speechOf } from '../../components/words.tsx'

export async function verification(visit: Visit): Promise<Found> {
  const { form } = visit
  const file = form.get('document')
  const text = file instanceof File && file.size > 0 ? await file.text() : String(form.get('text') ?? '')
  const entry = text.trim()
  const seal = entry.replace(/\s/g, '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(seal)) return found(visit, { hash: seal, isDocument: false })
  const document = documentIn(entry)
  const hash = document === undefined ? '' : sha256(canonicalJson(document))
  const verdict = verifyReply(document, hash, sha256)
  if (verdict.isGenuine) return found(visit, { hash, isDocument: true })
  return verdict.why === 'unreadable'
    ? { kind: 'unreadable', entry: entry.slice(0, 20_000) }
    : { kind: 'unknown', isDocument: true, hash }
}

function documentIn(entry: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = JSON.parse(entry.replace(/^\uFEFF/, ''))
    return isPlain(document) ? document : undefined
  } catch {
    // Whoever pastes something else is told so; it is no error.
    return undefined
  }
}

type Sealed = { hash: string; isDocument: boolean }

async function found(visit: Visit, { hash, isDocument }: Sealed): Promise<Found> {
  const known = await findSubmissionByHash(visit.db, hash)
  if (!known) return { kind: 'unknown', isDocument, hash }
  return { kind: 'known', isDocument, hash, reply: await describe(visit, known) }
}

async function describe({ db, t, language, account }: Visit, known: PlacedSubmission): Promise<FoundReply> {
  const meeting = await findMeetingById(db, known.meetingId)
  const round = await findRound(db, known.roundSlug)
  const zone = meeting?.timeZone ?? 'UTC'
  const speech = speechOf({ t, language, digits: account?.digits ?? 'latn', timeZone: zone })
  const listed = meeting?.roster.countries.find(({ code }) => code === known.country)
  return {
    country: listed?.label ?? { en: known.country },
    round: round?.title ?? { en: known.roundSlug },
    revision: known.revision,
    isOfficial: known.isOfficial,
    received: `${speech.moment(known.submittedAt)} (${speech.zone(zone)})`,
  }
}
