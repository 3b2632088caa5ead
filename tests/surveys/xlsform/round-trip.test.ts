// Out as an XLSForm and back in: the same sealed document, for what is published and for whatever can be written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILTIN_LISTS } from '#surveys/definition/builtin.ts'
import type { Item, Questionnaire, Section, Text } from '#surveys/definition/model.ts'
import { seal } from '#surveys/definition/sealing.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
import { exportXlsform } from '#surveys/xlsform/export.ts'
import { importXlsform } from '#surveys/xlsform/settle.ts'
import { contentLibrary } from '../../support/content.ts'
import { pairArb } from '../definition/comparison/random.ts'

const published = [...contentLibrary().questionnaires.values()]
const newest = new Map(
  published.toSorted((a, b) => compareVersions(a.version, b.version)).map((one) => [one.questionnaire, one]),
)
const same = (text: string) => text
const back = (questionnaire: Questionnaire) => importXlsform(exportXlsform(questionnaire).sheets, newest)

describe('every published version', () => {
  for (const questionnaire of published) {
    test(`${questionnaire.questionnaire} ${questionnaire.version} comes back as it was sealed`, () => {
      const form = back(questionnaire)
      expect(form?.refusals).toEqual([])
      expect(form?.lines).toEqual([])
      expect(form?.questionnaire && seal(form.questionnaire, same)).toEqual(seal(questionnaire, same))
    })
  }
})

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '')
const wild: fc.Arbitrary<Text> = fc.record({ en: words, fr: words })

/** A condition over the first question, by what it asks. */
const conditionOf = (first: Item | undefined): string | undefined => {
  if (!first || !('type' in first)) return undefined
  switch (first.type) {
    case 'single':
      return `\${${first.key}} != 'k1'`
    case 'scale':
      return `\${${first.key}} >= 2 or \${${first.key}} = 'low'`
    case 'multi':
      return `selected(\${${first.key}}, 'k2') and count-selected(\${${first.key}}) < 3`
    case 'yes_no':
    case 'confirm':
      return `\${${first.key}} = 'yes'`
    case 'number':
      return `not(\${${first.key}} * 2 > 10)`
    case 'date':
      return `\${${first.key}} <= today()`
    default:
      return `answered(\${${first.key}})`
  }
}

const asDrawn = (drawn: Questionnaire, text: Text, minutes: number): Questionnaire => {
  const show_if = conditionOf(drawn.sections[0]?.items[0])
  const items = (section: Section, isFirst: boolean): Item[] => [
    { note: text },
    ...section.items.map((item, index): Item => {
      if (!('key' in item)) return item
      const condition = isFirst && index === 0 ? undefined : show_if
      return { ...item, label: text, help: text, ...(condition && { show_if: condition, required: condition }) }
    }),
  ]
  const sections = drawn.sections.map((section, index) => ({
    ...section,
    intro: text,
    items: items(section, index === 0),
  }))
  const levels = (drawn.lists.levels ?? []).map((option) => ({ ...option, description: text, pillar: 'one' }))
  const isBuiltIn = JSON.stringify(sections).includes('yes_no')
  const spoken = BUILTIN_LISTS.yes_no.map(({ key, label }) => ({
    key,
    label: { en: label.en ?? '', fr: label.fr ?? '' },
  }))
  const lists = { ...drawn.lists, levels, ...(isBuiltIn && { yes_no: spoken }) }
  return { ...drawn, title: text, intro: text, minutes, sections, lists }
}

test('whatever is asked, in whatever words', () => {
  fc.assert(
    fc.property(pairArb, wild, fc.integer({ min: 1, max: 500 }), ([drawn], text, minutes) => {
      const questionnaire = asDrawn(drawn, text, minutes)
      const form = back(questionnaire)
      expect(form?.refusals).toEqual([])
      expect(form?.lines).toEqual([])
      expect(form?.questionnaire && seal(form.questionnaire, same)).toEqual(seal(questionnaire, same))
    }),
    { numRuns: 80 },
  )
})
