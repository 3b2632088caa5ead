// The files of the results: the same numbers as the pages, their own headers, and never a byte that was not announced.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Measured } from '#app/exports/file.ts'
import * as answersCsv from '#app/routes/results/answers-csv.ts'
import * as answersJson from '#app/routes/results/answers-json.ts'
import * as wideCsv from '#app/routes/results/answers-wide-csv.ts'
import { keep } from '#app/routes/results/cache.server.ts'
import { type FileKind, fileResponse, freshResponse, measure } from '#app/routes/results/files.server.ts'
import * as manifest from '#app/routes/results/manifest.ts'
import * as needs from '#app/routes/results/needs.tsx'
import * as needsCsv from '#app/routes/results/needs-csv.ts'
import * as question from '#app/routes/results/question.tsx'
import * as questionCsv from '#app/routes/results/question-csv.ts'
import * as totalsCsv from '#app/routes/results/totals-csv.ts'
import { listAudit } from '#db/audit.ts'
import type { Db } from '#db/tables.ts'
import type { Level } from '#surveys/answering/model.ts'
import { test } from '../../support/database.ts'
import { CODEBOOK, ROSTER, type Said } from '../../surveys/analysis/rounds.ts'
import { readRows } from '../../surveys/tables/read-csv.ts'
import { type Asking, anInventedRound, ask, replies, SLUG } from './house.tsx'

const PRIORITIES = ['p5', 'p4', 'p3', 'p3', 'p2', 'p1', 'p4', '!pns'] as const

async function aFullRound(db: Db, levels: readonly Level[] = []) {
  const world = await anInventedRound(db)
  for (const [place, { code }] of ROSTER.entries()) {
    const said: Said = {
      lead: 'police',
      remark: `=HYPERLINK("${code}")\nsecond line`,
      contact: `contact of ${code}`,
      'needs.training.priority': PRIORITIES[place] ?? 'p0',
      'needs.training.urgency': 'u3',
    }
    await replies(db, world, code, said, levels[place] ?? 'named', 1 + 2 * place)
  }
}
const path = (file: string) => `/results/${SLUG}/${file}`
const rowsOf = async (response: Response) => readRows(Buffer.from(await response.arrayBuffer()).toString('utf8'))

test('a chart and its file are the same numbers', async ({ db }) => {
  await aFullRound(db)
  const { ranking } = await ask(db, needs.loader, path('needs'))
  const rows = await rowsOf(await ask(db, needsCsv.loader, path('needs.csv')))
  expect(rows.map((row) => [row.area, row.place, row.shared_by, row.n, row.pns])).toEqual(
    ranking.rows.map((row) => [row.area.key, row.place, row.sharedBy, row.base.n, row.absences.pns]),
  )
  expect(rows.map((row) => row.score)).toEqual(ranking.rows.map((row) => Number(row.score.toFixed(6))))
})

test('the headers of a file say what is in it: name, size, hash, rows', async ({ db }) => {
  await aFullRound(db)
  const response = await ask(db, answersCsv.loader, path('answers.csv'))
  const { headers } = response
  const bytes = Buffer.from(await response.arrayBuffer())
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
  expect(headers.get('content-length')).toBe(String(bytes.length))
  expect(headers.get('content-disposition')).toContain(
    'filename="invented-2027_invented-1.0.0_live_answers_team_en_20270111T093000Z.csv"',
  )
  const beside = await ask(db, manifest.loader, `${path('manifest.json')}?file=answers.csv`)
  const rows = readRows(bytes.toString('utf8'))
  expect(await beside.json()).toMatchObject({ round: SLUG, version: '1.0.0', replies: 8, rows: rows.length, sha256 })
  expect(headers.get('x-manifest')).toContain(`rows=${rows.length}; bytes=${bytes.length}; sha256=${sha256}`)
  // Known by now, it is checked while it is sent.
  const again = await ask(db, answersCsv.loader, path('answers.csv'))
  expect(again.headers.get('x-manifest')).toBe(headers.get('x-manifest'))
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true)
  const head = await ask(db, answersCsv.loader, path('answers.csv'), { method: 'HEAD' })
  expect([head.headers.get('content-length'), await head.text()]).toEqual([String(bytes.length), ''])
})

test('a file of answers is noted for each delegation that it names, and so is whose answers were read by name', async ({
  db,
}) => {
  await aFullRound(db, ['named', 'pmt_only', 'aggregate_only'])
  const said = async (action: string) =>
    (await listAudit(db, { action, limit: 1000 })).map(
      ({ chain, details }) => `${chain.split(':')[0]} ${details.file ?? details.revision}`,
    )
  await ask(db, answersCsv.loader, path('answers.csv'), { method: 'HEAD' })
  expect(await said('answers.exported')).toEqual([])
  await ask(db, answersCsv.loader, path('answers.csv'))
  expect(await said('answers.exported')).toEqual([...Array(8).fill('response answers.csv'), 'meeting answers.csv'])
  await ask(db, answersCsv.loader, `${path('answers.csv')}?profile=shareable`)
  expect((await said('answers.exported')).length).toBe(9 + 7)
  await ask(db, totalsCsv.loader, path('totals.csv'))
  expect((await said('answers.exported'))[0]).toBe('meeting totals.csv')
  const about = { params: { question: 'lead' } }
  await ask(db, question.loader, path('questions/lead'), about)
  await ask(db, question.loader, path('questions/lead'), about)
  expect(await said('response.read')).toEqual(Array(8).fill('response 1'))
})

test('a manifest for a file that is not there is not found', async ({ db }) => {
  await anInventedRound(db)
  await expect(ask(db, manifest.loader, `${path('manifest.json')}?file=secrets.csv`)).rejects.toMatchObject({
    status: 404,
  })
})

test('the shareable files hold the named alone, without contact data; totals stand in a file of their own', async ({
  db,
}) => {
  const levels: Level[] = [
    'pmt_only',
    'aggregate_only',
    'aggregate_only',
    'aggregate_only',
    'named',
    'public',
    'named',
    'named',
  ]
  await aFullRound(db, levels)
  const shared = (loader: (typeof answersCsv)['loader'], file: string, more: Asking = {}) =>
    ask(db, loader, `${path(file)}?profile=shareable&language=ar`, more)
  const rows = await rowsOf(await shared(answersCsv.loader, 'answers.csv'))
  expect([...new Set(rows.map((row) => row.country))]).toEqual(['XE', 'XF', 'XG', 'XH'])
  expect(rows.find((row) => row.variable === 'lead')).toMatchObject({ value_label: 'police (ar)', disclosure: 'named' })
  const text = await (await shared(answersJson.loader, 'answers.json')).text()
  expect(text).not.toContain('contact of')
  expect(JSON.parse(text).replies.map((one: { country: string }) => one.country)).toEqual(['XE', 'XF', 'XG', 'XH'])
  const totals = await rowsOf(await shared(totalsCsv.loader, 'totals.csv'))
  expect(totals.find((row) => row.variable === 'lead' && row.option === 'police')).toMatchObject({
    value: 7,
    n: 7,
    of: 8,
  })
  expect((await rowsOf(await shared(wideCsv.loader, 'answers-wide.csv'))).map((row) => row.country)).toHaveLength(4)
})

test('what was typed comes back as it was typed, inert until then', async ({ db }) => {
  await aFullRound(db)
  const text = await (await ask(db, answersCsv.loader, path('answers.csv'))).text()
  expect(text).toContain(`"'=HYPERLINK(""XA"")\nsecond line"`)
  const rows = readRows(`\uFEFF${text.replace(/^\uFEFF/, '')}`)
  expect(rows.find((row) => row.variable === 'remark')?.value_text).toBe('=HYPERLINK("XA")\nsecond line')
})

test('the file of one question holds that question', async ({ db }) => {
  await aFullRound(db)
  const asking = { params: { question: 'needs.priority' } }
  const rows = await rowsOf(await ask(db, questionCsv.loader, path('questions/needs.priority.csv'), asking))
  expect(new Set(rows.map((row) => row.question))).toEqual(new Set(['priority']))
  const missing = ask(db, questionCsv.loader, path('questions/no.csv'), { params: { question: 'no' } })
  await expect(missing).rejects.toMatchObject({ status: 404 })
})

test('a round that changes while its file is written gives no file, rather than another one', async () => {
  let time = 0
  const kind: FileKind = {
    what: 'answers',
    ending: 'csv',
    round: SLUG,
    codebook: CODEBOOK,
    snapshot: null,
    profile: 'team',
    mode: null,
    language: 'en',
    replies: 1,
    parts: () => ['header\r\n', `row ${time++}\r\n`],
  }
  const visit = { now: new Date(0), request: new Request('http://localhost/') } as Parameters<typeof fileResponse>[0]
  const response = fileResponse(visit, kind, await measure(kind))
  await expect(response.text()).rejects.toThrow()
})

const MEGABYTE = new Uint8Array(2 ** 20).fill(97)
/** A visit of nobody in particular, and a file of so many megabytes. */
function ofSize(megabytes: number) {
  const parts = () => Array.from({ length: megabytes }, () => ({ bytes: MEGABYTE, count: 2 }))
  const about = { what: 'answers', ending: 'csv', round: SLUG, codebook: CODEBOOK, snapshot: null } as const
  const kind: FileKind = { ...about, profile: 'team', mode: null, language: 'en', replies: 1, parts }
  const visit = { now: new Date(0), request: new Request('http://localhost/') } as Parameters<typeof fileResponse>[0]
  return { kind, visit }
}

test('a file too large to be held goes out as it is made, and its manifest knows the hash afterwards', async () => {
  const { kind, visit } = ofSize(40)
  const heard: Measured[] = []
  const asked = {
    manifestHref: '/manifest.json?file=answers.csv',
    whenMeasured: (one: Measured) => void heard.push(one),
  }
  const response = await freshResponse(visit, kind, asked)
  expect(heard).toEqual([])
  expect(response.headers.get('link')).toBe(
    '</manifest.json?file=answers.csv>; rel="describedby"; type="application/json"',
  )
  expect(response.headers.get('content-length')).toBeNull()
  expect(response.headers.get('x-manifest')).toMatch(/replies=1$/)
  const sha256 = createHash('sha256')
    .update(new Uint8Array(await response.arrayBuffer()))
    .digest('hex')
  expect(heard).toEqual([{ rows: 79, bytes: 40 * 2 ** 20, sha256 }])
  expect(heard).toEqual([await measure(kind)])
  const small = await freshResponse(visit, ofSize(3).kind, asked)
  expect(heard[1]).toMatchObject({ rows: 5, bytes: 3 * 2 ** 20 })
  expect(small.headers.get('x-manifest')).toContain(`sha256=${heard[1]?.sha256}`)
})

test('a large file that nobody reads to its end leaves no hash behind', async () => {
  const { kind, visit } = ofSize(40)
  const heard: Measured[] = []
  const response = await freshResponse(visit, kind, { manifestHref: '/', whenMeasured: (one) => void heard.push(one) })
  await response.body?.cancel()
  expect(heard).toEqual([])
})

test('what was loaded is kept, loaded once, let go when it is old or at another stamp, and asked for again after a failure', async ({
  db,
}) => {
  let loads = 0
  const load = async () => ++loads
  const [one, two] = await Promise.all([keep(db, 'a', '1', load), keep(db, 'a', '1', load)])
  expect([one.source, two.source, loads]).toEqual([1, 1, 1])
  const computed = () => ({ at: ++loads })
  expect(one.once('x', computed)).toBe(two.once('x', computed))
  for (let n = 0; n < 20; n++) await keep(db, `b${n}`, '1', load)
  expect((await keep(db, 'a', '1', load)).source).toBe(23)
  expect((await keep(db, 'a', '2', load)).source).toBe(24)
  expect((await keep(db, 'a', '1', load)).source).toBe(25)
  await expect(keep(db, 'c', '1', () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
  expect((await keep(db, 'c', '1', load)).source).toBe(26)
})
