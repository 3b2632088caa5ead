// Complaints about systems of this kind, as rules: other words and other places change no key, no export and no trend, and a missing
// translation is never a blank.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disclose, planDisclosure } from '#surveys/analysis/disclosure.ts'
import { trendsOf } from '#surveys/analysis/trend.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { ledgerOf } from '#surveys/definition/comparison/ledger.ts'
import type { Questionnaire, Section, Text } from '#surveys/definition/model.ts'
import { textsOf, withTexts } from '#surveys/definition/revising.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { jsonParts } from '#surveys/tables/json.ts'
import { longLines } from '#surveys/tables/long.ts'
import { consultation, QUESTIONNAIRE, ROSTER, replies, type Said } from '../analysis/rounds.ts'
import { readRows, whole } from '../tables/read-csv.ts'

const SAID: Said[] = ['p2', 'p3', 'p4', 'p5'].map((priority, place) => ({
  lead: 'police',
  consulted: ['customs', 'police'],
  days: place + 0.5,
  remark: `line ${place}`,
  'needs.training.priority': priority,
}))

/** Every label renamed, every help rewritten, sections turned round. */
const reworded = (mark: string): Questionnaire => {
  const words = textsOf(QUESTIONNAIRE).map(({ place, text }): [string, Text] => [
    place,
    Object.fromEntries(Object.keys(text).map((code) => [code, `${mark} ${place} ${code}`])),
  ])
  const renamed = withTexts(QUESTIONNAIRE, new Map(words))
  const helped = (section: Section): Section => ({
    ...section,
    items: section.items.map((item) => ('type' in item ? { ...item, help: { en: mark, fr: mark, ar: mark } } : item)),
  })
  return { ...renamed, version: '1.0.1', sections: renamed.sections.map(helped).toReversed() }
}

const exported = (questionnaire: Questionnaire) => {
  const codebook = compile(questionnaire)
  const list = replies(SAID)
  const plan = planDisclosure(codebook, ROSTER, list, 'team', 'by_name')
  return { of: { round: 'r', codebook, roster: ROSTER, snapshot: null, plan, language: 'en' }, list }
}
const rowsOf = async (questionnaire: Questionnaire) => {
  const { of, list } = exported(questionnaire)
  const rows = readRows(await whole(longLines(of, list)))
  const plain = rows.map(({ version: _, value_label: __, ...row }) => JSON.stringify(row))
  return plain.toSorted()
}
const cellsOf = async (questionnaire: Questionnaire) => {
  const { of, list } = exported(questionnaire)
  const { replies: all } = JSON.parse(await whole(jsonParts(of, list)))
  return all.map(({ cells }: { cells: { field: string }[] }) =>
    cells.toSorted((a, b) => a.field.localeCompare(b.field)),
  )
}

test('rule 1: another label, another place, another help: no key, no export and no trend changes', async () => {
  const later = reworded('other')
  expect(
    compile(later)
      .fields.map(({ name }) => name)
      .toSorted(),
  ).toEqual(
    compile(QUESTIONNAIRE)
      .fields.map(({ name }) => name)
      .toSorted(),
  )
  expect(await rowsOf(later)).toEqual(await rowsOf(QUESTIONNAIRE))
  expect(await cellsOf(later)).toEqual(await cellsOf(QUESTIONNAIRE))
  const view = (questionnaire: Questionnaire) =>
    disclose(consultation(replies(SAID), { codebook: compile(questionnaire) }), 'team')
  const figures = (now: Questionnaire, versions: Questionnaire[]) =>
    trendsOf(view(QUESTIONNAIRE), view(now), ledgerOf(versions)).parts.flatMap(({ part, rows }) =>
      rows.map(({ key, n, was, is, higher, lower, unchanged, isHidden }) => ({
        part,
        key,
        n,
        was,
        is,
        higher,
        lower,
        unchanged,
        isHidden,
      })),
    )
  const inOrder = (all: ReturnType<typeof figures>) => all.map((one) => JSON.stringify(one)).toSorted()
  expect(inOrder(figures(later, [QUESTIONNAIRE, later]))).toEqual(inOrder(figures(QUESTIONNAIRE, [QUESTIONNAIRE])))
})

test('rule 15: a missing translation is the words of the source, and says that it is', () => {
  const languages = fc.constantFrom('en', 'fr', 'ar')
  const words = fc.string({ minLength: 1, maxLength: 20 })
  const text = fc.record({
    en: words,
    fr: fc.constantFrom(undefined, '', 'mots'),
    ar: fc.constantFrom(undefined, '', 'كلمات'),
  })
  fc.assert(
    fc.property(text, languages, (drawn, language) => {
      const kept = Object.fromEntries(Object.entries(drawn).filter(([, one]) => one !== undefined)) as Text
      const said = inLanguage(kept, language, 'en')
      expect(said.words).not.toBe('')
      expect(said.words).toBe(kept[said.language])
      expect(said.isMissing).toBe(said.language !== language)
    }),
  )
})
