// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions are written.
import { describe, expect, test } from 'vitest'
import { readLibrary } from '#surveys/definition/library.ts'
import { printProblem } from '#surveys/definition/reading.ts'
import { files, PATH, refuses, SMALL } from './small.ts'

const SHOW_IF = `"\${main_basis} = 'statute'"`
const URGENCY = `"\${priority} >= 2"`
const DONORS = `"\${needs[item].priority} >= 2"`
const OUTER = `"\${main_basis} != \${previous:main_basis} and \${other-one:answer} = 'yes'"`

describe('what cannot be read', () => {
  refuses([
    [
      'a sign that is not known',
      SHOW_IF,
      `"\${main_basis} == 'statute'"`,
      `= 'statute'`,
      /found `=`; expected \$\{key\}/,
    ],
    [
      'two expressions side by side',
      SHOW_IF,
      `"\${main_basis} = 'statute' 3"`,
      `3"`,
      /found `3`; expected `and`, `or`/,
    ],
    ['half an expression', URGENCY, `"\${priority} >= "`, `"\n            label`, /found the end; expected/],
    ['a text that is not closed', SHOW_IF, `"\${main_basis} = 'statute"`, `'statute"`, /not closed; expected '/],
    [
      'a reference that is not closed',
      SHOW_IF,
      `"\${main_basis = 'statute'"`,
      `\${main_basis = `,
      /not closed; expected \}/,
    ],
    ['double quotes', SHOW_IF, `'\${main_basis} = "statute"'`, `"statute"`, /between single quotes/],
    [
      'a function that there is not',
      URGENCY,
      '"contains(${priority}, 2)"',
      'contains',
      /found `contains`; expected one of not\(…\)/,
    ],
    ['a group without its item', DONORS, '"${needs.priority} >= 2"', '${needs.priority}', /with the item in brackets/],
    ['a chain of comparisons', URGENCY, '"1 <= ${priority} <= 2"', '<= 2', /two things are compared at a time/],
    ['division as elsewhere', URGENCY, '"${priority} / 2 = 1"', '/ 2', /division is written `div`/],
  ])
})

describe('what an expression may not look at', () => {
  refuses([
    ['a question that there is not', URGENCY, '"${pryority} >= 2"', '${pryority}', /there is no question `pryority`/],
    [
      'a question of a group, from outside',
      SHOW_IF,
      '"${priority} >= 2"',
      '${priority} >= 2"\n        label: {en: Ref',
      /no question `priority`; \$\{needs\[…\]\.priority\} names one item/,
    ],
    [
      'a group that there is not',
      DONORS,
      '"${need[item].priority} >= 2"',
      '${need[',
      /no group `need`; expected one of needs, support/,
    ],
    [
      'a question that the group lacks',
      DONORS,
      '"${needs[item].prio} >= 2"',
      '${needs[item]',
      /no question `prio`; expected one of priority, urgency/,
    ],
    [
      'an item that the list lacks',
      DONORS,
      '"${needs[proof].priority} >= 2"',
      '${needs[proof]',
      /`proof` is not an item of `area`/,
    ],
    [
      'the same item, where there is none',
      SHOW_IF,
      '"${needs[item].priority} >= 2"',
      '${needs[item].priority} >= 2"\n        label: {en: Ref',
      /here is no item/,
    ],
    [
      'a later question',
      SHOW_IF,
      `"\${allowed} = 'yes'"`,
      '${allowed}',
      /`allowed` stands later; expected an earlier question/,
    ],
    ['a later group', URGENCY, '"${support[item].now} >= 2"', '${support[', /stands later/],
    [
      'another item of its own group',
      URGENCY,
      '"${needs[training].priority} >= 2"',
      '${needs[training]',
      /another item of the same group/,
    ],
    ['itself', URGENCY, '"${urgency} >= 2"', '${urgency}', /is the question itself/],
    ['itself, alone', SHOW_IF, '"answered(${reference})"', '${reference}', /is the question itself/],
    [
      'the round before, in a condition',
      SHOW_IF,
      `"\${previous:main_basis} = 'statute'"`,
      "${previous:main_basis} = '",
      /in `checks` only/,
    ],
    [
      'another questionnaire, in a condition',
      SHOW_IF,
      `"\${other-one:answer} = 'yes'"`,
      "${other-one:answer} = 'yes'\"\n        label",
      /in `checks` only/,
    ],
    [
      'a questionnaire that there is not',
      OUTER,
      `"\${nowhere:answer} = 'yes'"`,
      '${nowhere',
      /no questionnaire `nowhere`; expected one of previous, /,
    ],
    [
      'itself as another questionnaire',
      OUTER,
      `"\${small-one:main_basis} = 'statute'"`,
      '${small-one:',
      /the same questionnaire; write \$\{main_basis\}/,
    ],
    [
      'a question that another questionnaire lacks',
      OUTER,
      `"\${other-one:reply} = 'yes'"`,
      '${other-one:reply',
      /no question `reply`/,
    ],
  ])

  test('a later question of the same item may be looked at, as long as nobody waits for each other', () => {
    const later = SMALL.replace(URGENCY, `"\${state} = 'done'"`)
    expect(readLibrary(files({ [PATH]: later })).problems).toEqual([])
    const circle = later.replace(
      'type: single, list: status,',
      'type: single, list: status, show_if: "${urgency} = 1",',
    )
    const problems = readLibrary(files({ [PATH]: circle })).problems.map(printProblem)
    expect(problems).toEqual([
      expect.stringMatching(/:49:22 .*urgency\.show_if: this goes in a circle: urgency → state → urgency$/),
      expect.stringMatching(/:52:63 .*state\.show_if: this goes in a circle: state → urgency → state$/),
    ])
  })
})
