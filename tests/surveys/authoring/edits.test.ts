// What an author does to a draft: nothing but what was meant changes, and what is published stays findable.
import { expect, test } from 'vitest'
import { addressAt, contentOf } from '#surveys/authoring/addresses.ts'
import { blankDraft, draftOf } from '#surveys/authoring/beginnings.ts'
import { applyEdit, type Edit } from '#surveys/authoring/edits.ts'
import { contentFrom, valuesOf } from '#surveys/authoring/entries.ts'
import { fieldsOf, refsOf } from '#surveys/authoring/fields.ts'
import { judgeDraft } from '#surveys/authoring/judging.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { canonicalJson } from '#surveys/definition/sealing.ts'
import { contentCodebook } from '../../support/content.ts'

const NEEDS = contentCodebook('taf-regional-needs@1.1.0').questionnaire
const REPORT = contentCodebook('roadmap-national-coordination@1.0.0').questionnaire
const NEWEST = new Map([NEEDS, REPORT].map((one) => [one.questionnaire, one]))

const done = (draft: Questionnaire, ...edits: readonly Edit[]) =>
  edits.reduce((before, edit) => {
    const edited = applyEdit(before, edit)
    if ('refused' in edited) throw new Error(`${edit.act}: ${edited.refused}`)
    return edited.draft
  }, draft)

test.each([NEEDS, REPORT])(
  '$questionnaire is a draft without problems, and would be sealed as it was',
  (questionnaire) => {
    const { problems, sealed } = judgeDraft(questionnaire, NEWEST)
    expect(problems).toEqual([])
    expect(canonicalJson(sealed)).toBe(canonicalJson(questionnaire))
  },
)

test.each([NEEDS, REPORT])('every form of $questionnaire, kept as it is opened, changes nothing', (questionnaire) => {
  const addresses = [
    'head',
    ...questionnaire.sections.flatMap(({ key, items }) => [
      `section:${key}`,
      ...items.flatMap((item) => ('group' in item ? [`group:${item.group}`] : [])),
    ]),
    ...refsOf(questionnaire).map((ref) => `question:${ref}`),
    ...questionnaire.checks.map(({ key }) => `check:${key}`),
    ...Object.keys(questionnaire.analysis).map((part) => `analysis:${part}`),
  ]
  for (const address of addresses) {
    const before = contentOf(questionnaire, address)
    if (!before) throw new Error(`nothing at ${address}`)
    const fields = fieldsOf(questionnaire, address)
    const values = valuesOf(before, fields, questionnaire.languages)
    const { content: after, problems } = contentFrom(before, values, fields, questionnaire.languages)
    expect(problems, address).toEqual([])
    expect(canonicalJson(after), address).toBe(canonicalJson(before))
  }
})

test('a questionnaire grows from nothing, and says at each step what is still wrong, and where', () => {
  const title = { en: 'Small', fr: 'Petit', ar: 'صغير' }
  const label = { en: 'Which?', fr: 'Lequel ?', ar: 'أيّها؟' }
  const blank = blankDraft('small', title, ['en', 'fr', 'ar'])
  expect(judgeDraft(blank, new Map()).problems).toMatchObject([{ address: 'head', part: 'sections' }])
  const draft = done(
    blank,
    { act: 'add_section', key: 'first', title },
    { act: 'add_list', key: 'colours', option: { key: 'red', label } },
    { act: 'add_question', section: 'first', key: 'colour', type: 'single', label },
    { act: 'add_group', section: 'first', key: 'shades', list: 'colours', label },
    { act: 'add_question', section: '', group: 'shades', key: 'why', type: 'text', label: { en: 'Why?' } },
  )
  expect(judgeDraft(draft, new Map()).problems).toMatchObject([{ address: 'question:colour', part: 'list' }])
  const chosen = contentOf(draft, 'question:colour')
  if (chosen?.kind !== 'question' || chosen.of.type !== 'single') throw new Error('no question')
  const content = { kind: 'question', of: { ...chosen.of, list: 'colours', show_if: '${shades' } } as const
  const { problems } = judgeDraft(done(draft, { act: 'write', address: 'question:colour', content }), new Map())
  expect(problems).toContainEqual(
    expect.objectContaining({ address: 'question:shades.why', part: 'label', language: 'fr', isForPublishing: true }),
  )
  expect(problems).toContainEqual(expect.objectContaining({ address: 'question:colour', part: 'show_if', offset: 0 }))
})

test('keys are never used twice, and never again', () => {
  const label = { en: 'Which?' }
  const add = (key: string): Edit => ({ act: 'add_question', section: 'reporting', key, type: 'text', label })
  expect(applyEdit(REPORT, add('reporting_authority'))).toEqual({ refused: 'key_taken' })
  expect(applyEdit(REPORT, add('gone'), new Set(['gone']))).toEqual({ refused: 'key_used_before' })
  expect(applyEdit(REPORT, { act: 'remove', address: 'section:reporting' })).toEqual({ refused: 'not_empty' })
  expect(applyEdit(REPORT, { act: 'remove', address: 'list:implementation_status' })).toEqual({
    refused: 'list_in_use',
  })
})

test('moving there and back again is no change', () => {
  const moved = done(REPORT, { act: 'move', address: 'question:reporting_authority', by: 1 })
  expect(canonicalJson(moved)).not.toBe(canonicalJson(REPORT))
  expect(canonicalJson(done(moved, { act: 'move', address: 'question:reporting_authority', by: -1 }))).toBe(
    canonicalJson(REPORT),
  )
  const away = done(REPORT, { act: 'move_to', address: 'question:reporting_authority', section: 'national_platform' })
  expect(away.sections[1]?.items.at(-1)).toMatchObject({ key: 'reporting_authority' })
  expect(addressAt(away, ['sections', 1, 'items', (away.sections[1]?.items.length ?? 0) - 1, 'label'])).toBe(
    'question:reporting_authority',
  )
})

test('the next version of a published one declares nothing yet', () => {
  expect(draftOf(NEEDS)).toMatchObject({ version: '1.1.1', changes: [] })
})
