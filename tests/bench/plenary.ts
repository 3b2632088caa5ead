// `npm run bench:plenary`: a full hall on one process. How late screens are while the presenter goes on, against one page alone.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildIfOlder } from '#app/commands/build.ts'
import { listAgenda } from '#db/agenda.ts'
import { openDatabase } from '#db/connection.ts'
import { listMeetings } from '#db/meetings.ts'
import { findStage } from '#db/stages.ts'
import type { Db } from '#db/tables.ts'
import { measure, processMilliseconds, quantile, residentMegabytes } from './measure.ts'
import { signIn } from './people.ts'
import { keepReport, markdown, megabytes, ms, type Row } from './report.ts'
import { type Server, startServer } from './server.ts'
import { openViewers, type Viewers } from './viewers.ts'
import { gatherVoters, type Voters } from './votes.ts'

process.env.NODE_ENV = 'production'

/** Milliseconds. */
const LATE = 2_000
const EVERY = 5_000
type Hall = {
  readonly server: Server
  readonly db: Db
  readonly meeting: { id: string; slug: string; roster: { countries: readonly { code: string }[] } }
  readonly cookie: string
  readonly code: string
}

async function openHall(folder: string): Promise<Hall & { close(): Promise<void> }> {
  const databaseUrl = `file:${join(folder, 'house.db')}`
  const server = await startServer({ folder, databaseUrl, isDemonstration: true })
  const { db, close } = await openDatabase(databaseUrl)
  for (const meeting of await listMeetings(db)) {
    const stage = await findStage(db, meeting.id)
    if (!stage) continue
    const { cookie } = await signIn(db, 'Presenter', { role: 'presenter', meetingId: meeting.id, country: null })
    return { server, db, meeting, cookie, code: stage.code, close }
  }
  throw new Error('The demonstration has no meeting with a stage.')
}

/**
 * The presenter puts one item after the other on the screens; on those that can be voted on, all voters vote at once.
 * @returns how late each screen was, and how long each vote took, in milliseconds
 */
async function advance(hall: Hall, viewers: Viewers, voters: Voters, turns: number) {
  const items = await listAgenda(hall.db, hall.meeting.id)
  const late: number[] = []
  const votes: number[] = []
  const shown = async (from: number) => {
    const revision = (await findStage(hall.db, hall.meeting.id))?.revision ?? 0
    if (!(await viewers.reached(revision, EVERY * 4))) throw new Error(`not every screen showed revision ${revision}`)
    late.push(...(viewers.seen.get(revision) ?? []).map((at) => at - from))
  }
  for (let turn = 0; turn < turns; turn += 1) {
    const { id: item = '', shows = '' } = items[turn % items.length] ?? {}
    const from = performance.now()
    const form = new URLSearchParams({ item }).toString()
    const answer = await hall.server.ask(`/plenary/${hall.meeting.slug}/present`, { cookie: hall.cookie, form })
    if (answer.status !== 303) throw new Error(`the console answered ${answer.status}`)
    await shown(from)
    if (shows.startsWith('question:')) {
      votes.push(...(await voters.vote()))
      const closing = performance.now()
      await voters.close()
      await shown(closing)
    }
    await pause(Math.max(0, EVERY - (performance.now() - from)))
  }
  return { late, votes }
}

type Size = { readonly screens: number; readonly turns: number; readonly people: number }

async function run({ screens, turns, people }: Size): Promise<Row[]> {
  buildIfOlder()
  const folder = mkdtempSync(join(tmpdir(), 'tour-de-table-hall-'))
  const hall = await openHall(folder)
  try {
    const { server } = hall
    const page = `/hall/${hall.code}?language=en`
    const alone = await measure({ work: () => server.ask(page), seconds: 3, pid: server.pid })
    const viewers = await openViewers(server.origin, hall.code, screens)
    const cpuBefore = processMilliseconds(server.pid)
    const codes = hall.meeting.roster.countries.map(({ code }) => code)
    const { late, votes } = await advance(hall, viewers, await gatherVoters(hall, codes, people), turns)
    late.sort((a, b) => a - b)
    votes.sort((a, b) => a - b)
    const cpu = (processMilliseconds(server.pid) - cpuBefore) / late.length
    const memory = residentMegabytes(server.pid) ?? Number.NaN
    const failed = viewers.failed()
    viewers.close()
    const figures = { median: quantile(late, 0.5), p99: quantile(late, 0.99), worst: late.at(-1) ?? Number.NaN }
    return [
      {
        what: `${screens} screens, the presenter goes on every 5 s: how late a screen is`,
        measured: `p99 ${ms(figures.p99)}, median ${ms(figures.median)}, worst ${ms(figures.worst)}; server CPU ${cpu.toFixed(2)} ms a screen; ${failed} failed`,
        floor: `the page alone, one after the other ${ms(alone.median)}`,
        target: `p99 <= ${ms(LATE)}, none failed`,
        isMet: figures.p99 <= LATE && failed === 0,
        others: alone.others,
        figures: { ...figures, cpu, alone: alone.median, failed, memory },
      },
      votesRow(people, votes),
      {
        what: `memory with ${screens} screens`,
        measured: megabytes(memory),
        floor: '',
        target: '–',
        isMet: null,
        others: null,
        figures: { memory },
      },
    ]
  } finally {
    await hall.server.stop()
    await hall.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function votesRow(people: number, votes: readonly number[]): Row {
  const figures = { median: quantile(votes, 0.5), p99: quantile(votes, 0.99), worst: votes.at(-1) ?? Number.NaN }
  return {
    what: `${people} votes at once, ${votes.length} in all: how long one takes`,
    measured: `p99 ${ms(figures.p99)}, median ${ms(figures.median)}, worst ${ms(figures.worst)}`,
    floor: '',
    target: `p99 <= ${ms(LATE)}`,
    isMet: votes.length > 0 && figures.p99 <= LATE,
    others: null,
    figures,
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      screens: { type: 'string', default: '300' },
      turns: { type: 'string', default: '12' },
      people: { type: 'string', default: '30' },
    },
  })
  const startedAt = new Date()
  const rows = await run({
    screens: Number(values.screens),
    turns: Number(values.turns),
    people: Number(values.people),
  })
  const report = { mode: 'plenary', rows, growth: [] }
  const kept = keepReport(report, startedAt)
  console.log(`${markdown(report)}\n\nAs JSON: ${kept}`)
}
