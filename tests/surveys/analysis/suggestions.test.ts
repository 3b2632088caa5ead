// What the automatic checks suggest: each kind once where it should be, and nothing where nothing is.
import { expect, test } from 'vitest'
import { type Looked, suggestionsOf } from '#surveys/analysis/suggestions.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { isForeign } from '#surveys/answering/tongue.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { QUESTIONNAIRE } from '../../support/world.ts'

const CODEBOOK = compile({
  ...QUESTIONNAIRE,
  checks: [
    {
      key: 'staff_without_law',
      when: "${staff} > 100 and ${has_law} = 'no'",
      level: 'explain',
      at: 'staff',
      message: { en: 'Many people, no law', fr: 'Beaucoup de monde, pas de loi', ar: 'كثيرون بلا قانون' },
    },
  ],
})
const TODAY = '2027-01-11'

const reply = (
  country: string,
  said: Record<string, Partial<Cell>>,
  previous?: Record<string, Cell['value']>,
): Looked => ({
  country,
  cells: new Map(Object.entries(said).map(([field, cell]) => [field, { ...emptyCell(field), ...cell }])),
  ...(previous && {
    previous: new Map(Object.entries(previous).map(([field, value]) => [field, { ...emptyCell(field), value }])),
  }),
})
const found = (...replies: Looked[]) =>
  suggestionsOf(CODEBOOK, replies, TODAY).map(({ kind, country, field }) => `${country} ${kind} ${field.name}`)

test('a contradiction of the questionnaire is suggested also where it was explained', () => {
  const said = { staff: { value: 120, comment: 'Most are on loan' }, has_law: { value: 'no' } }
  expect(found(reply('XA', said))).toEqual(['XA contradiction staff'])
})

test('a figure far from the region is, from five answers on; one that is merely larger is not', () => {
  const staff = (country: string, value: number) => reply(country, { staff: { value } })
  const region = [staff('XA', 10), staff('XB', 12), staff('XC', 14), staff('XD', 11)]
  expect(found(...region, staff('XE', 900))).toEqual(['XE outlier staff'])
  expect(found(...region, staff('XE', 18))).toEqual([])
  expect(found(...region.slice(0, 3), staff('XE', 900))).toEqual([])
})

test('implemented without a document, a link or a word is empty evidence', () => {
  const status = { 'measures.m01.status': { value: 'implemented' } }
  expect(found(reply('XA', status))).toEqual(['XA empty_evidence measures.m01.status'])
  const link = [{ kind: 'link' as const, url: 'https://justice.example/law' }]
  expect(found(reply('XA', { ...status, 'measures.m01.evidence': { value: link } }))).toEqual([])
  expect(found(reply('XA', { ...status, 'measures.m01.evidence_note': { value: 'Law 12' } }))).toEqual([])
  expect(found(reply('XA', { 'measures.m01.status': { value: 'planned' } }))).toEqual([])
})

test('what changed much since the round before is, what changed little is not', () => {
  const now = { staff: { value: 40 }, has_law: { value: 'yes' } }
  expect(found(reply('XA', now, { staff: 10, has_law: 'no' }))).toEqual(['XA changed staff', 'XA changed has_law'])
  expect(found(reply('XA', now, { staff: 30, has_law: 'yes' }))).toEqual([])
  expect(found(reply('XA', now))).toEqual([])
})

test('an address that is none is, one at the end of a sentence is not', () => {
  const law = (value: string) => reply('XA', { has_law: { value: 'yes' }, law: { value } })
  expect(found(law('See http://justice'))).toEqual(['XA link law'])
  expect(found(law('See www.justice.example/law, and https://justice.example.'))).toEqual([])
})

test.each([
  ['Запросы рассматриваются центральным органом в течение месяца', true],
  ['Las solicitudes se tramitan en la autoridad central en un plazo máximo de treinta días', true],
  ['Requests are answered within a month, and the register is kept by the central authority', false],
  ['Les demandes reçoivent une réponse en un mois et l’autorité centrale tient le registre', false],
  ['يُرد على الطلبات في غضون شهر، وتتولى السلطة المركزية مسك السجل', false],
  ['Ministerio de Justicia de la República', false],
  ['Nos juridictions admettent l’information, mais celles de nos partenaires la refusent', false],
  ['Direction générale des affaires pénales', false],
])('%s: %s', (text, isOther) => {
  expect(isForeign(text, ['en', 'fr', 'ar'])).toBe(isOther)
})
