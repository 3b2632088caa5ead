import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSurveyFiles } from '#app/commands/survey-files.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { editorSchemas } from '#surveys/definition/editor-schemas.ts'
import { references } from '#surveys/definition/expression.ts'
import { readLibrary } from '#surveys/definition/library.ts'
import { printProblem } from '#surveys/definition/reading.ts'
import { summaryOf } from '#surveys/definition/summary.ts'

const files = readSurveyFiles()
const library = readLibrary(files)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('all files are in order, and complete in every language', () => {
  expect(library.problems.map(printProblem)).toEqual([])
})

test.each([
  ['taf-regional-needs@1.0.0', 55, 304, 600, 75],
  ['taf-regional-needs@1.1.0', 55, 304, 602, 75],
  ['roadmap-national-coordination@1.0.0', 40, 194, 650, 90],
])(
  '%s asks %d questions at %d places, in %d variables and %d minutes',
  (name, questions, fields, variables, minutes) => {
    const questionnaire = library.questionnaires.get(name)
    if (!questionnaire) throw new Error(`${name} is refused`)
    const summary = summaryOf(questionnaire, sha256)
    expect(summary).toMatchObject({ questions, fields, variables, minutes, missing: { en: 0, fr: 0, ar: 0 } })
  },
)

test('a check inside a group looks at the same item of the round before, and of another questionnaire', () => {
  const questionnaire = library.questionnaires.get('roadmap-national-coordination@1.0.0')
  if (!questionnaire) throw new Error('refused')
  const { checks } = compile(questionnaire)
  const meant = (key: string, at: string) => {
    const compiled = checks.find(({ check, field }) => check.key === key && field.name === at)
    return compiled && references(compiled.when).map(({ source, field }) => `${source ?? 'here'} ${field}`)
  }
  expect(meant('status_went_back', 'measures.m03.status')).toEqual([
    'here measures.m03.status',
    'previous measures.m03.status',
  ])
  expect(meant('assistance_in_area_without_need', 'measures.m03.need_areas')?.slice(0, 2)).toEqual([
    'here measures.m03.need_areas',
    'taf-regional-needs needs.legal_basis.priority',
  ])
})

test('the sign-off page asks for the disclosure and the confirmation of the head, no questionnaire does', () => {
  for (const questionnaire of library.questionnaires.values()) {
    const { byName } = compile(questionnaire)
    expect([byName.has('disclosure_level'), byName.has('head_validation')]).toEqual([false, false])
    expect(questionnaire.lists).not.toHaveProperty('disclosure_level')
  }
})

test('rosters are in protocol order, and their notes are in every language', () => {
  const codes = (name: string) =>
    library.rosters
      .get(name)
      ?.countries.map((country) => country.code)
      .join(' ')
  expect(codes('euromed-south')).toBe('DZ MA TN JO IL EG PS LB')
  expect(codes('demo')).toBe('XA XB XC XD XE XF XG XH')
  const noted = library.rosters.get('euromed-south')?.countries.find((country) => country.note)
  expect(Object.keys(noted?.note ?? {})).toEqual(['en', 'fr', 'ar'])
})

test('help texts name the answers as the built-in lists write them', () => {
  for (const { path, text } of files) {
    expect(text, path).not.toMatch(/“Partially”|«\sPartiellement\s»/)
  }
})

test.each([...editorSchemas()])('%s is what the reader of files expects', (name, text) => {
  expect(readFileSync(`surveys/${name}`, 'utf8'), 'write it anew: npm run surveys -- --schema').toBe(text)
})

test('every file tells editors its schema in the first line', () => {
  const folders: Record<string, string> = {
    questionnaires: '../../questionnaire.schema.json',
    catalogues: '../catalogue.schema.json',
    rosters: '../roster.schema.json',
  }
  for (const { path, text } of files) {
    const schema = folders[path.split('/')[1] ?? '']
    expect(text.split('\n')[0], path).toBe(`# yaml-language-server: $schema=${schema}`)
  }
})

test('a questionnaire compiles in a few milliseconds', () => {
  const questionnaire = library.questionnaires.get('taf-regional-needs@1.0.0')
  if (!questionnaire) throw new Error('refused')
  compile(questionnaire)
  const begin = performance.now()
  for (let round = 0; round < 10; round++) compile(questionnaire)
  expect((performance.now() - begin) / 10).toBeLessThan(50)
})
