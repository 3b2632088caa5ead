// Every page of the results for every size of a round: nobody, one, absences only, all; in three languages, no word missing.
import type { ComponentType } from 'react'
import { expect } from 'vitest'
import { LANGUAGES } from '#app/languages.ts'
import * as assistance from '#app/routes/results/assistance.tsx'
import * as cell from '#app/routes/results/cell.tsx'
import * as chart from '#app/routes/results/chart.ts'
import * as codebook from '#app/routes/results/codebook.tsx'
import * as completeness from '#app/routes/results/completeness.tsx'
import * as country from '#app/routes/results/country.tsx'
import * as exported from '#app/routes/results/exports.tsx'
import * as gaps from '#app/routes/results/gaps.tsx'
import * as measures from '#app/routes/results/measures.tsx'
import * as needs from '#app/routes/results/needs.tsx'
import * as overview from '#app/routes/results/overview.tsx'
import * as partners from '#app/routes/results/partners.tsx'
import * as question from '#app/routes/results/question.tsx'
import * as questions from '#app/routes/results/questions.tsx'
import * as steps from '#app/routes/results/steps.tsx'
import type { Db } from '#db/tables.ts'
import { questionsOf, refOf } from '#surveys/analysis/refs.ts'
import type { Level } from '#surveys/answering/model.ts'
import { test } from '../../support/database.ts'
import { CODEBOOK, ROSTER, type Said } from '../../surveys/analysis/rounds.ts'
import { anInventedRound, ask, draw, replies, SLUG } from './house.tsx'

type Page = { loader: Parameters<typeof ask>[1]; default: ComponentType }
const PAGES = {
  overview,
  needs,
  gaps,
  assistance,
  partners,
  completeness,
  measures,
  steps,
  questions,
  exports: exported,
  codebook,
} as unknown as Record<string, Page>

const FULL: Said = {
  lead: 'police',
  consulted: ['police', 'courts'],
  days: 12.5,
  as_of: '2027-01-02',
  remark: 'A remark.',
  guidance: 'partly',
  papers: [{ kind: 'link', url: 'https://example.org/act' }],
  sure: 'yes',
  contact: 'Somebody',
  aside: 'Between us',
  'capacity.training.current': 'c2',
  'capacity.training.needed': 'c4',
  'needs.training.priority': 'p4',
  'needs.training.urgency': 'u3',
  'needs.training.coverage': 'partly',
  'needs.training.first': 'course',
  'needs.training.second': 'mission',
  'needs.training.scale': 'region',
  'needs.training.partner': 'interpol',
  'needs.training.donor': ['interpol'],
  offered: ['witnesses'],
  'measures.m01.obstacles': ['legal'],
  'needs.witnesses.priority': 'p2',
  top: ['training', 'witnesses'],
  'measures.m01.status': 'planned',
  'measures.m01.date': '2026-05-01',
  'measures.m01.ta_need': 'yes',
  'measures.m01.good_practice': 'A practice.',
  'measures.m02.status': 'implemented',
  'steps.t01.agreement': 'a5',
  'steps.t02.agreement': 'a2',
  'steps.t02.reservation': 'A reservation.',
}
const ABSENT: Said = {
  lead: '!na',
  days: '!pns',
  'needs.training.priority': '!nap',
  top: '!na',
  'measures.m01.status': '!na',
  'steps.t01.agreement': '!pns',
}

/** Draws every page and every question, for the team and as others would see it. */
async function drawAll(db: Db): Promise<string[]> {
  const drawn: string[] = []
  const others = [
    '?reader=shared',
    '?reader=shared&mode=totals&measure=gap',
    '?measure=score',
    '?scope=regional',
    '?modality=course&roadmap_measure=m02',
  ]
  const ways = [...LANGUAGES.map((language) => [language, ''] as const), ...others.map((eyes) => ['en', eyes] as const)]
  for (const [language, eyes] of ways) {
    for (const [name, page] of Object.entries(PAGES)) {
      const data = await ask(db, page.loader, `/results/${SLUG}/${name}${eyes}`, { language })
      drawn.push(await draw(page.default, data, language))
    }
    for (const field of questionsOf(CODEBOOK)) {
      const ref = refOf(field)
      if (eyes.includes('shared') && field.question.confidentiality !== 'regional') continue
      const asking = { language, params: { question: ref } }
      const data = await ask(db, question.loader as never, `/results/${SLUG}/questions/${ref}${eyes}`, asking)
      drawn.push(await draw(question.default, data, language))
    }
  }
  return drawn
}

const ROUNDS: [string, [Said, Level][]][] = [
  ['nobody has replied', []],
  ['one delegation has replied', [[FULL, 'named']]],
  ['one delegation has submitted an empty reply', [[{}, 'public']]],
  ['all gave absences only', ROSTER.map(() => [ABSENT, 'named'])],
  [
    'all replied, each as it likes',
    ROSTER.map((_, i) => [FULL, (['pmt_only', 'aggregate_only', 'named', 'public'] as const)[i % 4] ?? 'named']),
  ],
]

for (const [name, said] of ROUNDS)
  test(`every page is drawn when ${name}`, async ({ db }) => {
    const world = await anInventedRound(db)
    for (const [place, [answers, level]] of said.entries())
      await replies(db, world, ROSTER[place]?.code ?? '', answers, level, 1 + 2 * place)
    for (const html of await drawAll(db)) {
      expect(html).not.toMatch(/NaN|undefined|Infinity|\{\{|\[object/)
      expect(html).toContain('<h1')
    }
  })

test('results are there the moment a reply is, and an unchanged round is not computed twice', async ({ db }) => {
  const world = await anInventedRound(db)
  const base = async () => {
    const data = await ask(db, needs.loader, `/results/${SLUG}/needs`)
    return { data, shown: await draw(needs.default, data, 'en') }
  }
  expect((await base()).shown).toContain('No delegation has submitted yet')
  await replies(db, world, 'XC', FULL)
  const [first, again] = [await base(), await base()]
  expect(first.shown).toContain('1 of 8 delegations has submitted')
  expect(first.shown).toContain('“training” comes first for the only delegation that has replied')
  expect(again.data.ranking.rows[0]).toBe(first.data.ranking.rows[0])
})

test('what is kept with the team is on no page that others would see', async ({ db }) => {
  const world = await anInventedRound(db)
  const said = { ...FULL, remark: 'kept-with-the-team' }
  for (const [place, country] of ROSTER.entries())
    await replies(db, world, country.code, place === 0 ? said : FULL, place === 0 ? 'pmt_only' : 'named', 1 + 2 * place)
  const asking = { params: { question: 'remark' } }
  const path = `/results/${SLUG}/questions/remark`
  expect(await draw(question.default, await ask(db, question.loader, path, asking), 'en')).toContain(
    'kept-with-the-team',
  )
  const shared = await ask(db, question.loader, `${path}?reader=shared`, asking)
  // the data travel to the browser whole, shown or not
  expect(JSON.stringify(shared)).not.toContain('kept-with-the-team')
})

test('only the team of the meeting finds results', async ({ db }) => {
  const { meeting } = await anInventedRound(db)
  const status = (asking: Parameters<typeof ask>[3]) =>
    ask(db, needs.loader, `/results/${SLUG}/needs`, asking).then(
      () => 200,
      (refusal: Response) => refusal.status ?? refusal,
    )
  expect(await status({ membership: { role: 'officer', meetingId: meeting.id } })).toBe(200)
  expect(await status({ membership: { role: 'officer', meetingId: 'another' } })).toBe(404)
  expect(await status({ params: { round: 'no-such-round' } })).toBe(404)
  for (const role of ['head', 'translator', 'presenter', 'rapporteur', 'observer'] as const)
    expect(await status({ membership: { role, country: role === 'head' ? 'XA' : null } })).toBe(404)
})

test('a question that is not there is not found, and one that is hidden from others neither', async ({ db }) => {
  await anInventedRound(db)
  const status = (ref: string, eyes = '') =>
    ask(db, question.loader, `/results/${SLUG}/questions/${ref}${eyes}`, { params: { question: ref } }).then(
      () => 200,
      (refusal: Response) => refusal.status ?? refusal,
    )
  expect(await status('needs.priority')).toBe(200)
  for (const ref of ['needs', 'needs.training.priority', '__proto__', 'constructor', ''])
    expect(await status(ref)).toBe(404)
  expect([await status('contact'), await status('contact', '?reader=shared')]).toEqual([200, 404])
})

test('every figure leads to the answers behind it, and these to the cell with its revision', async ({ db }) => {
  const world = await anInventedRound(db)
  for (const [place, one] of ROSTER.entries()) await replies(db, world, one.code, FULL, 'named', 1 + 2 * place)
  const ranked = await draw(needs.default, await ask(db, needs.loader, `/results/${SLUG}/needs`), 'en')
  const behind = `/results/${SLUG}/questions/needs.priority?item=training`
  expect(ranked).toContain(`href="${behind}"`)
  const asking = { params: { question: 'needs.priority' } }
  const answers = await draw(question.default, await ask(db, question.loader as never, behind, asking), 'en')
  expect(answers).toContain(`href="/results/${SLUG}/answers/XA/needs.training.priority"`)
  expect(answers).not.toContain('witnesses')
  const at = { params: { country: 'XA', field: 'needs.training.priority' } }
  const last = await ask(db, cell.loader, `/results/${SLUG}/answers/XA/needs.training.priority`, at)
  const html = await draw(cell.default, last, 'en')
  expect(html).toContain('Revision 1, submitted')
  expect(html).toContain('p4')
})

test('a cell is found by those who may see it, and by nobody else', async ({ db }) => {
  const world = await anInventedRound(db)
  for (const [place, one] of ROSTER.entries())
    await replies(db, world, one.code, FULL, place < 3 ? 'aggregate_only' : 'named', 1 + 2 * place)
  const status = (country: string, field: string, eyes = '') =>
    ask(db, cell.loader, `/results/${SLUG}/answers/${country}/${field}${eyes}`, { params: { country, field } }).then(
      () => 200,
      (refusal: Response) => refusal.status ?? refusal,
    )
  expect([await status('XA', 'lead'), await status('XA', 'lead', '?reader=shared')]).toEqual([200, 404])
  expect([await status('XD', 'lead', '?reader=shared'), await status('XD', 'contact', '?reader=shared')]).toEqual([
    200, 404,
  ])
  expect([await status('XD', 'constructor'), await status('ZZ', 'lead')]).toEqual([404, 404])
})

test('the page of a country shows what may be shown of it, in three languages', async ({ db }) => {
  const world = await anInventedRound(db)
  for (const [place, one] of ROSTER.entries())
    await replies(db, world, one.code, FULL, place < 3 ? 'aggregate_only' : 'named', 1 + 2 * place)
  const sheet = (code: string, eyes = '', language: 'en' | 'fr' | 'ar' = 'en') =>
    ask(db, country.loader, `/results/${SLUG}/countries/${code}${eyes}`, { language, params: { country: code } })
  for (const language of LANGUAGES) {
    const html = await draw(country.default, await sheet('XA', '', language), language)
    expect(html).not.toMatch(/NaN|undefined|\{\{|\[object/)
  }
  expect(await draw(country.default, await sheet('XD', '?reader=shared'), 'en')).toContain('shared by 8 of 8')
  await expect(sheet('XA', '?reader=shared')).rejects.toMatchObject({ status: 404 })
})

test('every chart can be saved as a picture that names its base and source, in three languages', async ({ db }) => {
  const world = await anInventedRound(db)
  for (const [place, one] of ROSTER.entries()) await replies(db, world, one.code, FULL, 'named', 1 + 2 * place)
  for (const name of ['needs', 'heat-map', 'gaps', 'assistance', 'partners', 'measures', 'steps'])
    for (const language of LANGUAGES) {
      const asking = { language, params: { chart: name } }
      const response = await ask(db, chart.loader, `/results/${SLUG}/charts/${name}.svg`, asking)
      const svg = await response.text()
      expect(response.headers.get('content-type')).toContain('image/svg+xml')
      expect(svg).toMatch(/^<svg .*<\/svg>$/s)
      expect(svg).not.toMatch(/NaN|undefined|\{\{/)
      expect(svg).toContain('8')
    }
  await expect(
    ask(db, chart.loader, `/results/${SLUG}/charts/x.svg`, { params: { chart: 'constructor' } }),
  ).rejects.toMatchObject({ status: 404 })
})
