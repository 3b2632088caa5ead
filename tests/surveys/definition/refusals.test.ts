import { describe, expect, test } from 'vitest'
import { readLibrary } from '#surveys/definition/library.ts'
import { printProblem } from '#surveys/definition/reading.ts'
import { files, PATH, refuses, spoiled } from './small.ts'

test('the small library is accepted as it is', () => {
  expect(readLibrary(files()).problems.map(printProblem)).toEqual([])
})

test('a refusal names file, line, column and key', () => {
  const { library } = spoiled(PATH, 'key: persons, type: number', 'key: persons, type: numeric')
  expect(library.problems.map(printProblem)).toEqual([
    expect.stringMatching(
      /^questionnaires\/small-one\/1\.0\.0\.yaml:36:30 sections\.first\.items\.persons\.type: found `numeric`; expected a type/,
    ),
  ])
})

describe('what the format does not know', () => {
  refuses([
    ['a key of a question', 'min: 0, max: 99', 'min: 0, colour: 9', 'colour', /not known here; expected one of key/],
    ['a key of the file', 'minutes: 5', 'minutes: 5\nduration: 5', 'duration', /not known here.*minutes/],
    ['a key of a group', 'layout: table', 'colour: table', 'colour', /not known here.*for_each/],
    ['a key of another type', 'type: file,', 'type: file, list: basis,', 'list: basis, label: {en: Ann', /not known/],
    ['a type', 'type: file', 'type: upload', 'upload', /expected a type of question: text, long_text/],
    ['a level of a check', 'level: note', 'level: hint', 'hint', /expected one of block, explain, note/],
    ['a part of the analysis', 'readiness:', 'maturity:', 'maturity', /not known here; expected one of needs/],
    ['an absence', 'type: file,', 'type: file, absence: [never],', 'never', /expected one of na, nap, pns/],
    ['an ending', 'type: file,', 'type: file, accept: [exe],', 'exe', /expected one of pdf/],
  ])
})

describe('what is not what it should be', () => {
  refuses([
    ['a number for a text', 'en: Small,', 'en: 7,', '7, fr', /found `7`; expected a text between quotes/],
    ['a text for a number', 'minutes: 5', 'minutes: long', 'long', /found `long`; expected a number/],
    ['half a minute', 'minutes: 5', 'minutes: 5.5', '5.5', /found `5.5`; expected a whole number/],
    ['no time at all', 'minutes: 5', 'minutes: 0', '0\ncat', /expected 1 or more/],
    ['a missing label', 'file, label: {en: Annex, fr: Annexe}', 'file', '{key: annex', /is missing; expected a map/],
    ['a missing type', 'type: file, ', '', '{key: annex', /expected a type of question/],
    ['a missing list', 'type: ranking, list: area', 'type: ranking', '{key: top', /is missing; expected a text/],
    [
      'a group without its list',
      'for_each: area\n        layout: table',
      'layout: table',
      'group: support',
      /is missing; expected a text/,
    ],
    [
      'a note without words',
      'note: {en: Welcome, fr: Bienvenue}',
      'note: 3',
      '3\n      - {key: main',
      /expected a map/,
    ],
    ['a word for a list', 'exclusive: [none]', 'exclusive: none', 'none, max', /found `none`; expected a list/],
    ['an item of no kind', 'note: {en: Welcome, fr: Bienvenue}', 'hello', 'hello', /a question, a group or a note/],
    ['a key with capitals', 'key: annex', 'key: Annex', 'Annex', /expected a key: lower-case/],
    ['a date not in the calendar', '"2017-01-01"', '"2017-02-29"', '"2017-02-29"', /expected a date/],
    [
      'required: 3',
      'type: confirm, required: true',
      'type: confirm, required: 3',
      '3, label: {en: Agr',
      /true, false, or an expr/,
    ],
    ['a version of two numbers', 'version: 1.0.0', 'version: "1.0"', '"1.0"', /three numbers/],
  ])
})

describe('keys that are used twice', () => {
  refuses(
    [
      ['in one section', 'key: annex', 'key: top', 'top, type: file', /`top` is used twice/],
      ['in two sections', 'key: annex', 'key: allowed', 'allowed, type: file', /`allowed` is used twice/],
      ['by a question and a group', 'key: annex', 'key: needs', 'needs, type: file', /`needs` is used twice/],
      ['in a group', 'key: why', 'key: state', 'state, type: single', /`state` is used twice/],
      ['by two sections', 'key: second', 'key: first', 'first\n    title: {en: Second', /`first` is used twice/],
      [
        'by two options',
        'key: none, label',
        'key: practice, label',
        'practice, label: {en: None',
        /`practice` is used/,
      ],
      ['by two checks', 'key: basis_went', 'key: later_below_now', 'later_below_now\n    when: "${main', /used twice/],
      ['by two changes', 'key: old_one', 'key: allowed', 'allowed, change: withdrawn', /used twice/],
      ['by two languages', 'languages: [en, fr]', 'languages: [en, fr, fr]', 'fr]\ntitle', /`fr` is used twice/],
      ['by a list and a catalogue', '  status:\n', '  area:\n', 'area:\n    - {key: planned', /also a catalogue/],
      ['by a list and a built-in one', '  status:\n', '  yes_no:\n', 'yes_no:\n', /built-in list/],
      ['by a catalogue, twice', 'catalogues: [area]', 'catalogues: [area, area]', 'area]\nlists', /named twice/],
    ],
    { others: true },
  )

  test('a key of YAML itself', () => {
    const { library } = spoiled(PATH, 'minutes: 5', 'minutes: 5\nminutes: 6')
    expect(library.problems.map(printProblem)).toEqual([`${PATH}:7:1 Map keys must be unique`])
  })
})

describe('lists', () => {
  refuses([
    [
      'one that does not exist',
      'type: multi, list: basis, exc',
      'type: multi, list: bases, exc',
      'bases',
      /no list `bases`; expected one of basis, level/,
    ],
    [
      'a catalogue that does not exist',
      'catalogues: [area]',
      'catalogues: [area, zone]',
      'zone',
      /no catalogue `zone`; expected one of area/,
    ],
    [
      'an exclusive option',
      'exclusive: [none]',
      'exclusive: [nothing]',
      'nothing',
      /`nothing` is not an option of `basis`; expected one of statute/,
    ],
    ['more choices than options', 'max_choices: 3', 'max_choices: 4', '4, label', /there are only 3 options/],
    ['a scale without a value', 'key: mid, value: 2, ', 'key: mid, ', 'level, required', /needs a `value` of its own/],
    [
      'a scale with a value twice',
      'key: mid, value: 2',
      'key: mid, value: 3',
      'level, required',
      /needs a `value` of its own/,
    ],
    [
      'a scale whose level is not described',
      ', description: {en: Some, fr: Un peu}',
      '',
      'level, required',
      /no description of mid/,
    ],
    [
      'a built-in list as a list',
      'type: multi, list: basis, exc',
      'type: multi, list: yes_no, exc',
      'yes_no',
      /written as the type: type: yes_no/,
    ],
    [
      'a name that JavaScript knows',
      'type: multi, list: basis, exc',
      'type: multi, list: constructor, exc',
      'constructor',
      /there is no list `constructor`/,
    ],
  ])

  test('a catalogue that the file does not name is said to be one', () => {
    const { library } = spoiled(PATH, 'catalogues: [area]', 'catalogues: []')
    const messages = library.problems.map(printProblem)
    expect(messages).toContainEqual(expect.stringContaining('`area` is a catalogue; name it under `catalogues`'))
  })

  test('no item of a group can be called item', () => {
    const { library } = spoiled('catalogues/area.yaml', 'key: training', 'key: item')
    expect(library.problems[0]?.message).toContain('no item can be called so')
  })
})

describe('limits that leave no room', () => {
  refuses([
    ['for a number', 'min: 0, max: 99', 'min: 100, max: 99', '100', /lower limit is above/],
    ['for a text', 'min_length: 10', 'min_length: 501', '501', /lower limit is above/],
    ['for a date', 'max: today', 'max: "2016-12-31"', '"2017-01-01"', /lower limit is above/],
  ])
})

describe('changes against the version before', () => {
  refuses([
    ['a question that there is not', 'key: allowed, change', 'key: alowed, change', 'alowed', /no question `alowed`/],
    ['a withdrawn question that is asked', 'key: old_one', 'key: top', 'top, change', /still asked in this version/],
    [
      'an option that there is not',
      'maps: {law: statute}',
      'maps: {law: law}',
      'law}}',
      /`law` is not an option of `basis`/,
    ],
  ])
})

describe('the place of a file', () => {
  refuses([
    [
      'another version',
      'version: 1.0.0',
      'version: 1.0.1',
      '1.0.1',
      /belongs into questionnaires\/small-one\/1\.0\.1\.yaml/,
    ],
    [
      'another slug',
      'questionnaire: small-one',
      'questionnaire: small-two',
      '1.0.0',
      /belongs into questionnaires\/small-two/,
    ],
  ])

  test('a file that is nowhere at home', () => {
    const { problems } = readLibrary(files({ 'drafts/x.yaml': 'a: 1', 'questionnaires/x.yaml': 'a: 1' }))
    expect(problems.map((problem) => problem.path)).toEqual(['drafts/x.yaml', 'questionnaires/x.yaml'])
  })
})

describe('catalogues and rosters', () => {
  test.each([
    ['catalogues/area.yaml', 'key: training', 'key: evidence', 'items.evidence.key: `evidence` is used twice'],
    ['catalogues/area.yaml', 'catalogue: area', 'catalogue: region', 'this belongs into catalogues/region.yaml'],
    ['rosters/two-lands.yaml', 'code: XB', 'code: XA', 'countries.2.code: `XA` is used twice'],
    ['rosters/two-lands.yaml', 'code: XB', 'code: xb', 'found `xb`; expected a code of capitals'],
    ['rosters/two-lands.yaml', 'countries:', 'lands:', 'lands: is not known here'],
  ])('%s: %s', (path, was, is, says) => {
    const { library } = spoiled(path, was, is)
    expect(library.problems.map(printProblem).filter((line) => line.startsWith(path))).toContainEqual(
      expect.stringContaining(says),
    )
  })
})
