// The delegations' side: sections opened, single answers saved, whole questionnaires filled in.
import type { SaveAnswer } from '#app/components/answering/save-answer.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import { inventReply } from '../support/replies.ts'
import { fieldForm, sectionForm } from './forms.ts'
import { type Measured, measure } from './measure.ts'
import type { Server } from './server.ts'
import type { Kind, Meeting, World } from './world.ts'

export type Bench = { readonly world: World; readonly server: Server }
export type Place = { readonly meeting: Meeting; readonly kind: Kind; readonly round: string }
export type Length = {
  readonly seconds: number
  readonly concurrency?: number
  /** goes on only as long as this says so */
  readonly while?: () => boolean
}

/** Opens sections in turn, as eight heads of delegation. */
export function openSections({ world, server }: Bench, place: Place, { seconds, concurrency = 8 }: Length) {
  const sections = [...world.codebooks[place.kind].bySection.keys()]
  return measure({
    work: async (turn, worker) => {
      const head = headOf(place.meeting, worker)
      const { status } = await server.ask(`/answer/${place.round}/${sections[turn % sections.length]}`, head)
      if (status !== 200) throw new Error(`a section answered ${status}`)
    },
    concurrency,
    seconds,
    pid: server.pid,
  }) satisfies Promise<Measured>
}

/** Saves one number after the other, each delegation in its own reply. Every answer must be kept, under the next revision. */
export async function saveAnswers(
  { world, server }: Bench,
  place: Place,
  { seconds, concurrency = 8, ...length }: Length,
) {
  const fields = world.codebooks[place.kind].fields.filter(
    ({ question, showIf }) => question.type === 'number' && !showIf,
  )
  const revisions = await revisionsOf(world, place.round)
  return measure({
    work: async (turn, worker) => {
      const head = headOf(place.meeting, worker)
      const field = fields[turn % fields.length]
      if (!field) throw new Error('the questionnaire asks for no number')
      const key = `${head.country} ${field.name}`
      const base = revisions.get(key) ?? 0
      // Never what was said before, nor what was invented: that would not be written.
      const form = fieldForm(field, { ...emptyCell(field.name), value: 9000 + (base % 1000) }, base)
      revisions.set(key, base + 1)
      const path = `/answer/${place.round}/${field.section}/save`
      const answer = await server.ask(path, { ...head, form, accept: 'application/json' })
      const said = answer.status === 200 ? (JSON.parse(answer.body.toString()) as SaveAnswer) : undefined
      if (said?.fields[field.name]?.revision !== base + 1)
        throw new Error(
          `a save of ${key} after ${base} answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`,
        )
    },
    concurrency,
    seconds,
    ...(length.while && { while: length.while, warmUp: 0 }),
    pid: server.pid,
  }) satisfies Promise<Measured>
}

/** The revision of every answer of a round, by country and field. */
async function revisionsOf({ database: { db } }: World, slug: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('cell')
    .innerJoin('response', 'response.id', 'cell.response_id')
    .innerJoin('round', 'round.id', 'response.round_id')
    .select(['response.country', 'cell.field', 'cell.revision'])
    .where('round.slug', '=', slug)
    .execute()
  return new Map(rows.map(({ country, field, revision }) => [`${country} ${field}`, revision]))
}

/** Whole interviews: every section opened, filled in and sent, each in a reply that nobody has begun. */
export function fillIn(
  { world, server }: Bench,
  meeting: Meeting,
  kind: Kind,
  rounds: readonly string[],
  length: Length,
) {
  const codebook = world.codebooks[kind]
  const today = new Date().toISOString().slice(0, 10)
  const forms = Array.from({ length: 8 }, (_, seed) => {
    const reply = inventReply(codebook, { seed: 100 + seed, today, language: 'en' })
    return [...codebook.bySection.keys()].map((section) => ({ section, form: sectionForm(codebook, section, reply) }))
  })
  const begun = new Map<number, number>()
  return measure({
    work: async (turn, worker) => {
      const head = headOf(meeting, worker)
      const before = begun.get(worker) ?? 0
      begun.set(worker, before + 1)
      const round = rounds[before]
      if (!round) throw new Error('more interviews than open replies')
      for (const { section, form } of forms[turn % forms.length] ?? []) {
        const shown = await server.ask(`/answer/${round}/${section}`, head)
        const sent = await server.ask(`/answer/${round}/${section}`, { ...head, form })
        if (shown.status !== 200 || sent.status !== 303)
          throw new Error(`an interview met ${shown.status}, ${sent.status}`)
      }
    },
    concurrency: length.concurrency ?? 8,
    seconds: length.seconds,
    calls: (rounds.length - 2) * 8,
    warmUp: 2,
    pid: server.pid,
  }) satisfies Promise<Measured>
}

function headOf({ heads }: Meeting, worker: number) {
  const head = heads[worker % heads.length]
  if (!head) throw new Error('the meeting has nobody')
  return head
}
