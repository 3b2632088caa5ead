import { expect, test } from 'vitest'
import { readSurveyFiles } from '#app/commands/survey-files.ts'
import { report } from '#app/commands/surveys.ts'
import { readLibrary } from '#surveys/definition/library.ts'

const files = readSurveyFiles()
const path = 'surveys/questionnaires/taf-regional-needs/1.0.0.yaml'
const changed = (was: string, is: string) =>
  report(readLibrary(files.map((file) => (file.path === path ? { path, text: file.text.replace(was, is) } : file))))

test('every questionnaire has its line: questions, fields, variables, minutes, languages, hash', () => {
  const { lines, code } = report(readLibrary(files))
  expect(code).toBe(0)
  expect(lines[0]?.split(/ {2,}/)).toEqual([
    'questionnaire',
    'version',
    'questions',
    'fields',
    'variables',
    'minutes',
    'languages',
    'hash',
  ])
  expect(lines.find((line) => line.startsWith('taf-regional-needs') && line.includes('1.1.0'))).toMatch(
    /^taf-regional-needs +1\.1\.0 +55 +304 +602 +75 +en, fr, ar +[0-9a-f]{12}$/,
  )
  expect(lines).toHaveLength(4)
})

test('a refusal is printed with its place, and the command fails', () => {
  const { lines, code } = changed('type: yes_partly_no', 'type: yes_or_no')
  expect(code).toBe(1)
  expect(lines.at(-2)).toBe('Refused:')
  expect(lines.at(-1)).toMatch(
    /^surveys\/questionnaires\/taf-regional-needs\/1\.0\.0\.yaml:\d+:15 sections\.legal_framework/,
  )
  expect(lines.join('\n')).not.toMatch(/^taf-regional-needs +1\.0\.0/m)
})

test('a missing translation is counted and listed, and the command does not fail', () => {
  const { lines, code } = changed('fr: "Nom, fonction et adresse électronique officielle du point focal"', 'fr: ""')
  expect(code).toBe(0)
  expect(lines.find((line) => line.includes('1.0.0') && line.startsWith('taf'))).toContain('en, fr -1, ar')
  expect(lines.at(-1)).toMatch(/respondent_contact\.label\.fr: the text in `fr` is missing$/)
})
