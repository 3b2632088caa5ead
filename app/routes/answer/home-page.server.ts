// The delegation's home, made of its responses: the round that waits for it most, and the others.
import { listAssignments } from '#db/assignments.ts'
import { cellsOf } from '#db/cells.ts'
import { listClarifications } from '#db/clarifications.ts'
import { listPresence } from '#db/presence.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { type OwnResponse, situationOfOwn } from '#db/responses.ts'
import { listSubmissions } from '#db/submissions.ts'
import { actRefusal } from '#surveys/answering/acts.ts'
import type { Cells, KeptCell } from '#surveys/answering/model.ts'
import { type Progress, progressOf } from '#surveys/answering/progress.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { HomePage, LeftPage, OtherRound, ReturnedQuestion } from '../../components/answering/home-page.ts'
import { saying } from '../../components/questions/said.tsx'
import { namedField } from '../../components/review/field-name.tsx'
import { readerOf } from './own-reply.server.ts'
import { colleaguesOf } from './people.server.ts'
import { daysLeftWords, deadlineWords, replyState } from './views/deadlines.ts'
import { addressOf, outlineOf } from './views/outline.ts'
import { isolated, type Reader, whenSaid } from './views/reader.ts'
import { seenSince } from './views/seen.ts'
import { teamAskOf } from './views/team-asks.ts'

export async function homePage(
  visit: DelegationVisit,
  all: readonly OwnResponse[],
): Promise<HomePage & { title: string }> {
  const first = firstOf(all, visit)
  const reader = readerOf(visit, (first ?? all[0])?.round.meeting.timeZone ?? 'UTC')
  const left = first ? await leftOf(first, visit, reader) : null
  const meeting = (first ?? all[0])?.round.meeting.id
  const others = await Promise.all(all.filter((one) => one !== first).map((own) => otherOf(own, visit, reader)))
  const returned = (await Promise.all(all.map((own) => returnedIn(own, visit, reader)))).flat()
  const heading = headingOf(first, left, { others: others.length, returned: returned.length }, reader)
  return {
    ...heading,
    returned,
    title: heading.finding.replace(/[\u2068\u2069]/g, ''),
    left,
    others,
    colleagues: meeting ? await colleaguesOf(visit, meeting) : [],
    me: visit.account.id,
  }
}

/** What waits for the delegation: rounds that can be answered, the earliest deadline first. */
function firstOf(all: readonly OwnResponse[], { now, delegation }: DelegationVisit): OwnResponse | undefined {
  const open = all.filter((own) => {
    const refusal = actRefusal('edit', situationOfOwn(own, now.toISOString()), delegation.role)
    return refusal === undefined || refusal === 'role'
  })
  return open.sort((a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'))[0]
}

type Much = { others: number; returned: number }

/** The finding: what a reader should take away, true for what stands below it. */
function headingOf(first: OwnResponse | undefined, left: LeftPage | null, { others, returned }: Much, reader: Reader) {
  const { t, language } = reader
  if (!first || !left) {
    const finding = t(others > 0 ? 'answer:home.title_done' : 'answer:home.title_none')
    return { finding, lead: t(others > 0 ? 'answer:home.lead_done' : 'answer:home.lead_none') }
  }
  const round = isolated(saying(first.round.title, language).words)
  const count = first.progress.required - first.progress.requiredAnswered
  const deadline = left.deadline
  const lead =
    deadline === null
      ? t('answer:home.lead_no_deadline')
      : `${t('answer:home.lead_deadline', { deadline })} ${daysLeftWords(first.deadline, reader)}`
  if (returned > 0) return { finding: t('review:home.finding', { count: returned }), lead }
  if (first.progress.nextOpen === null) return { finding: t('answer:home.title_ready', { round }), lead }
  if (first.state === 'invited') return { finding: t('answer:home.title_start', { round }), lead }
  return { finding: t('answer:home.title_left', { count: Math.max(1, count), round }), lead }
}

/** What the team asks about a returned reply and nobody has answered yet. */
async function returnedIn(own: OwnResponse, { db }: DelegationVisit, reader: Reader): Promise<ReturnedQuestion[]> {
  if (own.state !== 'returned') return []
  const codebook = await codebookOf(db, own.versionId)
  const base = `/answer/${own.round.slug}`
  const asked = await listClarifications(db, { responseId: own.id }, { side: 'delegation' })
  return asked.flatMap(({ field: name, state }): ReturnedQuestion[] => {
    const field = codebook.byName.get(name)
    const team = field && state === 'open' ? teamAskOf(name, { asked, base, reader }) : null
    if (!field || !team) return []
    const { words: question, language, who } = team
    const href = addressOf(codebook, name, base)
    return [{ href, field: namedField(field), question, language, who, round: own.round.title }]
  })
}

async function leftOf(own: OwnResponse, { db, account, now }: DelegationVisit, reader: Reader): Promise<LeftPage> {
  const codebook = await codebookOf(db, own.versionId)
  const cells = await cellsOf(db, own.id)
  const seen = await listPresence(db, { responseId: own.id, since: seenSince(now), except: account.id })
  const base = `/answer/${own.round.slug}`
  const progress = progressOf(codebook, cells, reader.today)
  const asked = await listClarifications(db, { responseId: own.id }, { side: 'delegation' })
  const assignments = await listAssignments(db, own.id)
  const outline = outlineOf({ codebook, progress, base, reader, seen, asked, assignments })
  const { required, requiredAnswered } = progress
  return {
    base,
    round: own.round.title,
    deadline: deadlineWords(own.deadline, own.round.meeting.timeZone, reader),
    progress: outline.progress,
    filled: required === 0 ? 0 : Math.round((100 * requiredAnswered) / required),
    next: outline.next,
    sections: [...outline.sections].sort((a, b) => Number(isDone(a, progress)) - Number(isDone(b, progress))),
    last: Object.fromEntries(outline.sections.map(({ key }) => [key, lastOf(key, codebook.bySection, cells, reader)])),
  }
}

/** Nothing required is open in it. */
const isDone = ({ key }: { key: string }, { sections }: Progress) =>
  sections.some(
    (section) => section.key === key && section.state !== 'error' && section.required === section.requiredAnswered,
  )

/** Who answered in a section last, and when. */
function lastOf(
  section: string,
  bySection: ReadonlyMap<string, readonly { name: string }[]>,
  cells: Cells<KeptCell>,
  reader: Reader,
): string | null {
  const kept = (bySection.get(section) ?? []).flatMap(({ name }) => cells.get(name) ?? [])
  const last = kept.reduce<KeptCell | null>((a, b) => (a && a.at >= b.at ? a : b), null)
  return last && reader.t('answer:home.last', { name: isolated(last.by), time: whenSaid(last.at, reader) })
}

async function otherOf(own: OwnResponse, { db }: DelegationVisit, reader: Reader): Promise<OtherRound> {
  const [newest] = await listSubmissions(db, own.id)
  const isOver = own.round.state === 'closed' || own.round.state === 'cancelled'
  return {
    base: `/answer/${own.round.slug}`,
    round: own.round.title,
    deadline: isOver
      ? reader.t(`answer:home.${own.round.state}`)
      : (deadlineWords(own.deadline, own.round.meeting.timeZone, reader) ?? '–'),
    state: replyState(own, reader),
    receipt: newest?.revision ?? null,
  }
}
