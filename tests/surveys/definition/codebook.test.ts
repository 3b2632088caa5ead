import { expect, test } from 'vitest'
import { compile, letterOf } from '#surveys/definition/codebook.ts'
import { references } from '#surveys/definition/expression.ts'
import { readLibrary } from '#surveys/definition/library.ts'
import type { Codebook, Questionnaire } from '#surveys/definition/model.ts'
import { canonicalJson } from '#surveys/definition/sealing.ts'
import { files, PATH, SMALL } from './small.ts'

function read(text = SMALL): Questionnaire {
  const questionnaire = readLibrary(files({ [PATH]: text })).questionnaires.get('small-one@1.0.0')
  if (!questionnaire) throw new Error('refused')
  return questionnaire
}
const codebook = compile(read())
const namesOf = ({ fields }: Codebook) => fields.map((field) => field.name)
const field = (name: string) => {
  const found = codebook.byName.get(name)
  if (!found) throw new Error(`no field ${name}`)
  return found
}

test('fields come in reading order, those of a group item by item', () => {
  expect(namesOf(codebook).slice(6, 12)).toEqual([
    'contact',
    'needs.evidence.priority',
    'needs.evidence.urgency',
    'needs.evidence.why',
    'needs.evidence.state',
    'needs.training.priority',
  ])
  expect(codebook.fields).toHaveLength(7 + 2 * 4 + 2 * 3 + 3)
  expect([...codebook.bySection.keys()]).toEqual(['first', 'second'])
})

test('questions are numbered by section; a group counts once, notes do not count', () => {
  expect(field('main_basis').number).toBe('A1')
  expect(field('contact').number).toBe('A7')
  expect(field('needs.evidence.urgency').number).toBe('B1.2')
  expect(field('needs.training.urgency').number).toBe('B1.2')
  expect(field('top').number).toBe('B3')
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

test('a multi gives a flag for each option, a ranking a rank, everything else one variable', () => {
  const variables = codebook.variables.map(({ name, kind }) => `${name} ${kind}`)
  expect(variables.slice(0, 9)).toEqual([
    'main_basis code',
    'reference text',
    'allowed code',
    'sources.statute flag',
    'sources.practice flag',
    'sources.none flag',
    'valid_on date',
    'persons number',
    'contact text',
  ])
  expect(variables).toContain('support.evidence.donors.practice flag')
  expect(variables.slice(-4)).toEqual(['top.evidence rank', 'top.training rank', 'annex files', 'agreed code'])
  expect(new Set(variables).size).toBe(variables.length)
})

test('catalogues, built-in lists and defaults are part of the sealed questionnaire', () => {
  expect(field('needs.training.priority').item?.label.fr).toBe('Formation')
  expect(field('allowed').options.map((option) => option.label.fr)).toEqual(['Oui', 'En partie', 'Non'])
  expect(codebook.questionnaire.lists.yes_partly_no?.[0]?.label).toEqual({ en: 'Yes', fr: 'Oui' })
  expect(field('contact').question).toMatchObject({ max_length: 300, absence: ['na', 'nap', 'pns'], comment: true })
  expect(field('agreed').question.absence).toEqual([])
  expect(field('agreed').options.map((option) => option.key)).toEqual(['yes'])
  expect(codebook.questionnaire.analysis.needs?.ranking_points).toEqual([5, 4, 3, 2, 1])
})

test('expressions know the fields they mean, item by item', () => {
  const meant = (name: string) => references(field(name).showIf ?? { op: 'today' }).map((ref) => ref.field)
  expect(meant('reference')).toEqual(['main_basis'])
  expect(meant('needs.training.urgency')).toEqual(['needs.training.priority'])
  expect(meant('support.training.donors')).toEqual(['needs.training.priority'])
  const { required } = field('needs.evidence.why')
  expect(typeof required === 'object' && references(required)[0]?.field).toBe('needs.evidence.priority')
})

test('a check is judged at each item of its group; beyond the questionnaire, by the same names', () => {
  const checks = codebook.checks.map(({ check, field: at, when }) => [
    check.key,
    at.name,
    references(when).map((ref) => `${ref.source ?? ''} ${ref.field}`),
  ])
  expect(checks).toEqual([
    ['later_below_now', 'support.evidence.later', [' support.evidence.later', ' support.evidence.now']],
    ['later_below_now', 'support.training.later', [' support.training.later', ' support.training.now']],
    ['basis_went', 'main_basis', [' main_basis', 'previous main_basis', 'other-one answer']],
  ])
})

test('a questionnaire from the database compiles to the same codebook', () => {
  const stored: unknown = JSON.parse(canonicalJson(read()))
  expect(compile(stored as Questionnaire)).toEqual(codebook)
})

test('renaming a label, moving a question or a section changes no name of a field or variable', () => {
  const renamed = SMALL.replaceAll(/label: \{en: \w+/g, 'label: {en: Other words')
  const line = '      - {key: persons, type: number, min: 0, max: 99, label: {en: Persons, fr: Personnes}}\n'
  const moved = SMALL.replace(line, '').replace('      - {key: top,', `${line}      - {key: top,`)
  const names = new Set(codebook.variables.map((variable) => variable.name))
  for (const text of [renamed, moved]) {
    expect(text).not.toBe(SMALL)
    expect(new Set(compile(read(text)).variables.map((variable) => variable.name))).toEqual(names)
  }
  const turned = { ...read(), sections: [...read().sections].reverse() }
  expect(new Set(compile(turned).variables.map((variable) => variable.name))).toEqual(names)
})
