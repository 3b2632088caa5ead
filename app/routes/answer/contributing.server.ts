// Who writes what for which institution, and the section as it stands for one of them.
import { listAssignments } from '#db/assignments.ts'
import { listContributions } from '#db/contributions.ts'
import { standing } from '#surveys/answering/applicability.ts'
import { type Assignment, contributionsAsked } from '#surveys/answering/assignments.ts'
import { type Contribution, sayingNow } from '#surveys/answering/contributions.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { type DelegationVisit, notFound } from '../../access.server.ts'
import type { InsideSection } from '../../components/answering/section-page.ts'
import type { Block } from '../../components/questions/group.ts'
import { type OwnReply, refusalOf } from './own-reply.server.ts'
import type { Replying } from './views/asked-of.ts'

type Here = { readonly reply: OwnReply; readonly visit: DelegationVisit; readonly section: string }

/** The ways from a section's page to contributions: the reader's own, and the comparison. */
export function insideOf(
  {
    assignments,
    contributions,
  }: { assignments: readonly Assignment[]; contributions: ReadonlyMap<string, readonly Contribution[]> },
  { reply, visit, section }: Here,
): InsideSection {
  const { codebook, home } = reply
  const names = new Set((codebook.bySection.get(section) ?? []).map(({ name }) => name))
  const asked = contributionsAsked(codebook, assignments, visit.account.id)
  return {
    contributed: [...contributions.keys()].filter((field) => names.has(field)).length,
    asked: [...asked].flatMap(([institution, fields]) => {
      const count = [...fields].filter((name) => names.has(name)).length
      return count === 0 ? [] : [{ institution, count, href: addressFor(home.base, section, institution) }]
    }),
  }
}

export const addressFor = (base: string, section: string, institution: string): string =>
  `${base}/${section}/contribution?${new URLSearchParams({ institution })}`

/** By institution, the fields of a section for which the reader may write down what it says. */
export async function askedIn({ reply, visit, section }: Here): Promise<Map<string, ReadonlySet<string>>> {
  const { codebook } = reply
  const names = new Set((codebook.bySection.get(section) ?? []).map(({ name }) => name))
  // Whoever may adopt an answer may also write down what an institution has said on paper.
  const isRunning = refusalOf('adopt', reply, visit) === undefined
  const assignments = await listAssignments(visit.db, reply.id)
  const asked = contributionsAsked(codebook, assignments, isRunning ? null : visit.account.id)
  return new Map(
    [...asked].flatMap(([institution, fields]) => {
      const here = new Set([...fields].filter((name) => names.has(name)))
      return here.size > 0 ? [[institution, here] as const] : []
    }),
  )
}

export type Writing = {
  readonly institution: string
  readonly fields: ReadonlySet<string>
  /** everything for which the reader may write here */
  readonly institutions: readonly string[]
  /** what the institution says now, by field */
  readonly own: ReadonlyMap<string, Contribution>
}

/** The institution in the address, or the first for which the reader may write; null: for none. @throws 404 for another */
export async function writingOf(here: Here): Promise<Writing | null> {
  const { reply, visit } = here
  const asked = await askedIn(here)
  const wanted = visit.url.searchParams.get('institution')
  const [first] = asked.keys()
  const institution = wanted ?? first
  if (institution === undefined) return null
  const fields = asked.get(institution)
  if (!fields) throw notFound()
  const all = await listContributions(visit.db, reply.id)
  const own = all.filter((one) => one.institution === institution)
  const byField = Map.groupBy(own, ({ field }) => field)
  return {
    institution,
    fields,
    institutions: [...asked.keys()],
    own: new Map([...byField].flatMap(([field, ones]) => sayingNow(ones).map((one) => [field, one] as const))),
  }
}

/** The section as the institution answers it: what applies is judged by its own answers, and by the country's beside them. */
export function replyingFor(
  { codebook, cells, reader, home }: OwnReply,
  own: Writing['own'],
  found: Pick<Replying, 'problems' | 'clashes'>,
): Replying {
  const judged = standing(codebook, new Map<string, Cell>([...cells, ...own]), reader.today)
  return {
    base: home.base,
    codebook,
    cells: own,
    judged,
    reader,
    open: null,
    asked: [],
    takesDocuments: false,
    ...found,
  }
}

/** Only what the institution was asked. */
export function blocksFor(blocks: readonly Block[], fields: ReadonlySet<string>): Block[] {
  return blocks.filter((block) => {
    if (block.kind === 'question') return fields.has(block.field)
    return (
      block.kind === 'group' && block.group.items.some(({ asked }) => asked.some(({ field }) => fields.has(field.name)))
    )
  })
}
