// The page of one section, made of the reply as it is kept and of what was just sent.
import { randomUUID } from 'node:crypto'
import { listAssignments } from '#db/assignments.ts'
import { contributionsNow } from '#db/contributions.ts'
import { listPresence, touchPresence } from '#db/presence.ts'
import { countRemarks } from '#db/remarks.ts'
import { orLeaveIt } from '#db/trouble.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Section } from '#surveys/definition/model.ts'
import { type DelegationVisit, notFound } from '../../access.server.ts'
import type { Neighbour, SectionPage } from '../../components/answering/section-page.ts'
import { idOf } from '../../components/questions/asked.ts'
import { saying } from '../../components/questions/said.tsx'
import type { Wrong } from '../../components/wrongs.tsx'
import { openOffers } from './confirm-page.server.ts'
import { insideOf } from './contributing.server.ts'
import { closedWords, type OwnReply, refusalOf, remarkOf } from './own-reply.server.ts'
import type { Replying } from './views/asked-of.ts'
import { blocksOf, lastSaved } from './views/blocks.ts'
import { minutesOf } from './views/minutes.ts'
import { outlineOf, type Seen } from './views/outline.ts'
import { problemWords } from './views/problem-words.ts'
import { seenSince } from './views/seen.ts'

/** The section in the address. @throws 404 when the questionnaire has no such section */
export function requireSection({ codebook }: OwnReply, key: string | undefined): Section {
  const section = codebook.questionnaire.sections.find((section) => section.key === key)
  if (!section) throw notFound()
  return section
}

export type JustSent = Pick<Replying, 'problems' | 'clashes'> & {
  /** what a button did, in words */
  readonly news?: string | null
  /** more to put right than the answers themselves */
  readonly wrongs?: readonly Wrong[]
  readonly unkept?: readonly Cell[]
}

export async function sectionPage(
  reply: OwnReply,
  visit: DelegationVisit,
  section: Section,
  { news = null, wrongs = [], unkept = [], ...found }: JustSent,
): Promise<SectionPage & { title: string }> {
  const { codebook, cells, judged, reader, home } = reply
  const { open, asked, assigned } = reply
  const inside = {
    remarks: await countRemarks(visit.db, reply.id),
    contributions: await contributionsNow(visit.db, reply.id),
  }
  const about = { base: home.base, codebook, cells, judged, reader, open, asked, assigned }
  const replying: Replying = { ...about, ...inside, ...found }
  const assignments = await listAssignments(visit.db, reply.id)
  const refusal = refusalOf('edit', reply, visit)
  const index = codebook.questionnaire.sections.indexOf(section)
  const letter = letterOf(index)
  const outline = outlineOf({
    assignments,
    codebook,
    progress: progressOf(codebook, cells, reader.today),
    base: home.base,
    reader,
    asked,
    seen: await seenNow(reply, visit, section.key),
  })
  return {
    ...home,
    title: `${letter} ${saying(section.title, reader.language).words}`,
    section: {
      key: section.key,
      letter,
      title: section.title,
      intro: section.intro ?? null,
      total: codebook.questionnaire.sections.length,
      minutes: reader.t('answer:outline.minutes', { count: minutesOf(codebook).get(section.key) ?? 1 }),
    },
    carried: (await openOffers(reply, visit)).filter(([field]) => field.section === section.key).length,
    inside: insideOf({ assignments, contributions: inside.contributions }, { reply, visit, section: section.key }),
    previous: neighbour(reply, index - 1),
    next: neighbour(reply, index + 1),
    outline,
    blocks: blocksOf(section, replying, visit.url.searchParams.get('open')),
    closed: refusal === undefined ? null : closedWords(refusal, reply),
    remark: refusal === undefined ? remarkOf(reply) : null,
    wrongs: [...wrongs, ...wrongsOf(replying)],
    unkept: unkept.flatMap((cell) => {
      const field = codebook.byName.get(cell.field)
      return field ? [{ field, cell, problem: null, change: null }] : []
    }),
    news,
    saved: found.clashes.size > 0 ? reader.t('answer:saved.choose') : lastSaved(section.key, replying),
    intent: randomUUID(),
  }
}

/** The lines of the error summary, in reading order: what cannot count, and what a colleague changed. */
export function wrongsOf({ codebook, problems, clashes, reader }: Replying): Wrong[] {
  return codebook.fields.flatMap(({ name, number, options, question }): Wrong[] => {
    const clash = clashes.get(name)
    if (clash) return [{ href: `#${idOf(name)}`, words: reader.t('answer:conflict.summary', { number }) }]
    const problem = problems.get(name)
    if (!problem) return []
    const isOrder = question.type === 'ranking' && options.length > 0
    return [
      { href: `#${isOrder ? idOf(name) : idOf(name, 'v')}`, words: `${number}: ${problemWords(problem, reader)}` },
    ]
  })
}

function neighbour({ codebook }: OwnReply, index: number): Neighbour | null {
  const section = codebook.questionnaire.sections[index]
  return section ? { key: section.key, letter: letterOf(index) } : null
}

/** Notes that this person is in the section, and tells who else was seen a moment ago. */
export async function seenNow(
  reply: OwnReply,
  { db, account, now }: DelegationVisit,
  section: string,
): Promise<Seen[]> {
  const at = now.toISOString()
  await orLeaveIt(touchPresence(db, { responseId: reply.id, accountId: account.id, section, at }))
  return listPresence(db, { responseId: reply.id, since: seenSince(now), except: account.id })
}
