// Two processes behind one database: what they do together, and that no answer is lost or written twice between them.
import type { SaveAnswer } from '#app/components/answering/save-answer.ts'
import { verifyAudit } from '#db/audit-proof.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import { type Bench, type Place, saveAnswers } from './answering.ts'
import { fieldForm } from './forms.ts'
import { type Measured, measure } from './measure.ts'
import type { Options } from './options.ts'
import { ms, type Row, rate, times } from './report.ts'
import { type Server, startServer } from './server.ts'

type Run = {
  readonly measured: Measured
  readonly acknowledged: number
  /** acknowledged, but not there as they were acknowledged */
  readonly lost: number
  /** written more often than acknowledged */
  readonly doubled: number
}

/**
 * Every delegation answers through both processes in turn; then every save is sent to both at once under the same key, as a
 * client does whose first attempt got no answer. The floor is one process under as many clients.
 */
export async function pairRow(bench: Bench, place: Place, { seconds }: Options, folder: string): Promise<Row> {
  const alone = await saveAnswers(bench, place, { seconds })
  const other = await startServer({ folder, databaseUrl: bench.world.url })
  try {
    const shared = await saveThrough(bench, (turn) => [turn % 2 === 0 ? bench.server : other], place, seconds)
    const twice = await saveThrough(bench, () => [bench.server, other], place, seconds)
    const broken = (await verifyAudit(bench.world.database.db)).filter(({ fault }) => fault)
    const ratio = shared.measured.perSecond / alone.perSecond
    const acknowledged = shared.acknowledged + twice.acknowledged
    const [lost, doubled] = [shared.lost + twice.lost, shared.doubled + twice.doubled]
    return {
      what: 'two processes behind one database: saves, concurrency 8',
      measured: `${rate(shared.measured.perSecond)} (${times(ratio)} one process), median ${ms(shared.measured.median)}, p99 ${ms(shared.measured.p99)}; each sent to both at once ${rate(twice.measured.perSecond)}; of ${acknowledged} acknowledged ${lost} lost, ${doubled} doubled, ${broken.length} faults in the trail`,
      floor: `one process: ${rate(alone.perSecond)}, median ${ms(alone.median)}, p99 ${ms(alone.p99)}`,
      target: '0 lost, 0 doubled, 0 faults',
      isMet: acknowledged > 0 && lost === 0 && doubled === 0 && broken.length === 0,
      others: shared.measured.others,
      figures: { ...shared.measured, acknowledged, lost, doubled, alone: alone.perSecond, ratio },
    }
  } finally {
    await other.stop()
  }
}

type Route = (turn: number) => readonly Server[]
/** By country and field. */
type Said = Map<string, { readonly revision: number; readonly value: number }>

/** @param route the processes that each save of a delegation's turn is sent to, at once */
async function saveThrough(bench: Bench, route: Route, place: Place, seconds: number): Promise<Run> {
  const before = await countHistory(bench)
  const said: Said = new Map()
  const save = await saver(bench, route, place, said)
  const turns = new Map<number, number>()
  let acknowledged = 0
  const work = async (_: number, worker: number): Promise<void> => {
    const turn = turns.get(worker) ?? 0
    turns.set(worker, turn + 1)
    await save(turn, worker)
    acknowledged += 1
  }
  const measured = await measure({ work, concurrency: place.meeting.heads.length, seconds, pid: bench.server.pid })
  const now = await cellsNow(bench, place.round)
  const lost = [...said].filter(([key, { revision, value }]) => {
    const cell = now.get(key)
    return cell?.revision !== revision || cell.value !== String(value)
  }).length
  return { measured, acknowledged, lost, doubled: (await countHistory(bench)) - before - acknowledged }
}

/** @returns what saves one answer of a delegation and throws unless every process acknowledged the same next revision */
async function saver(bench: Bench, route: Route, { meeting, kind, round }: Place, said: Said) {
  const { fields: all } = bench.world.codebooks[kind]
  const fields = all.filter(({ question, showIf }) => question.type === 'number' && !showIf)
  const first = await cellsNow(bench, round)
  return async (turn: number, worker: number): Promise<void> => {
    const head = meeting.heads[worker % meeting.heads.length]
    const field = fields[turn % fields.length]
    if (!head || !field) throw new Error('nobody, or nothing to say')
    const key = `${head.country} ${field.name}`
    const base = said.get(key)?.revision ?? first.get(key)?.revision ?? 0
    // Never what was said before: that would not be written.
    const value = 1000 + (base % 8000)
    const form = fieldForm(field, { ...emptyCell(field.name), value }, base)
    const asking = { cookie: head.cookie, form, accept: 'application/json' }
    const path = `/answer/${round}/${field.section}/save`
    for (const { status, body } of await Promise.all(route(turn).map((one) => one.ask(path, asking)))) {
      const answer = status === 200 ? (JSON.parse(body.toString()) as SaveAnswer) : undefined
      if (answer?.fields[field.name]?.revision !== base + 1)
        throw new Error(`${key} after ${base}: ${status} ${body.toString().slice(0, 300)}`)
    }
    said.set(key, { revision: base + 1, value })
  }
}

async function countHistory({ world: { database } }: Bench): Promise<number> {
  const query = database.db.selectFrom('cell_history').select((eb) => eb.fn.countAll<number>().as('rows'))
  return (await query.executeTakeFirstOrThrow()).rows
}

/** Cells of a round as they are now, by country and field. */
async function cellsNow({ world: { database } }: Bench, round: string) {
  const rows = await database.db
    .selectFrom('cell')
    .innerJoin('response', 'response.id', 'cell.response_id')
    .innerJoin('round', 'round.id', 'response.round_id')
    .select(['response.country', 'cell.field', 'cell.revision', 'cell.value'])
    .where('round.slug', '=', round)
    .execute()
  return new Map(rows.map((row) => [`${row.country} ${row.field}`, row]))
}
