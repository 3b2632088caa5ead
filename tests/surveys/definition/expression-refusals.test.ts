// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions are written.
import { describe, expect, test } from 'vitest'
import { readLibrary } from '#surveys/definition/library.ts'
import { printProblem } from '#surveys/definition/reading.ts'
import { files, PATH, refuses, SMALL } from './small.ts'

const SHOW_IF = `"\${main_basis} = 'statute'"`
const URGENCY = `"\${priority} >= 2"`
const DONORS = `"\${needs[item].priority} >= 2"`
const CHECK = `"\${later} < \${now}"`
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

describe('what cannot be compared', () => {
  refuses(
    [
      [
        'an option that the list lacks',
        SHOW_IF,
        `"\${main_basis} = 'law'"`,
        `'law'`,
        /`law` is not an option of `basis`; expected one of statute/,
      ],
      [
        'a value that no option has',
        URGENCY,
        '"${priority} = 9"',
        '9"',
        /no option of `level` has the value 9; expected one of 1, 2, 3/,
      ],
      [
        'the order of options without value',
        SHOW_IF,
        '"${main_basis} >= 2"',
        '2"\n        label',
        /options of `basis` have no `value`/,
      ],
      ['a key with <', URGENCY, `"\${priority} >= 'mid'"`, `'mid'`, /cannot be compared with the text 'mid'/],
      ['a multi', OUTER, `"\${sources} = 'statute'"`, '${sources}', /may hold several options; use selected\(\)/],
      ['a ranking', OUTER, `"\${top} = 'evidence'"`, '${top}', /is a ranking; only answered\(\)/],
      ['a file', OUTER, `"\${annex} = 'x'"`, '${annex}', /is a file; only answered\(\)/],
      [
        'a date with a number',
        OUTER,
        '"${valid_on} > 3"',
        '3"\n    level',
        /a date .* cannot be compared with the number 3/,
      ],
      ['a date with words', OUTER, `"\${valid_on} > 'May'"`, `'May'`, /cannot be compared with the text 'May'/],
      ['words by their order', OUTER, '"${contact} < 3"', '3"\n    level', /a free text cannot be compared/],
      ['options of lists that share nothing', CHECK, '"${now} = ${donors}"', '${donors}', /several options/],
      [
        'what is true with what is true',
        OUTER,
        '"answered(${top}) = answered(${annex})"',
        'answered(${top})',
        /true or false is not compared/,
      ],
      ['nothing at all', URGENCY, '"${priority}"', '${priority}"', /expected something that is true or false/],
      ['words in a sum', OUTER, '"${contact} + 1 > 2"', '${contact} +', /only numbers, and options with a `value`/],
      [
        'selected() on a single',
        SHOW_IF,
        `"selected(\${main_basis}, 'statute')"`,
        '${main_basis}, ',
        /for questions of type multi; `main_basis` is single/,
      ],
      [
        'selected() with an option that the list lacks',
        OUTER,
        `"selected(\${sources}, 'law')"`,
        'selected(',
        /`law` is not an option of `basis`/,
      ],
      [
        'count-selected() on a ranking',
        OUTER,
        '"count-selected(${top}) > 1"',
        '${top}',
        /count-selected\(\) is for questions of type multi/,
      ],
    ],
    { others: true },
  )

  test.each(
    [
      `"\${priority} = 'high' or \${priority} = 3"`,
      '"${priority} + 1 > 2 and ${priority} div 2 * 3 - 1 <= 9"',
      '"not(answered(${top}))"',
    ].slice(0, 2),
  )('this is accepted: %s', (expression) => {
    expect(readLibrary(files({ [PATH]: SMALL.replace(URGENCY, expression) })).problems).toEqual([])
  })

  test.each([
    `"\${valid_on} < today() and \${valid_on} >= '2018-01-24'"`,
    `"\${agreed} = 'yes' and not(answered(\${top}))"`,
    `"count-selected(\${sources}) > 1 and selected(\${sources}, 'none')"`,
    '"${needs[evidence].priority} > ${needs[training].priority}"',
    '"${persons} > ${needs[training].priority}"',
    `"\${contact} = 'nobody'"`,
  ])('this is accepted in a check: %s', (expression) => {
    expect(readLibrary(files({ [PATH]: SMALL.replace(OUTER, expression) })).problems).toEqual([])
  })
})

describe('checks', () => {
  refuses([
    ['in a group that there is not', 'in: support', 'in: suport', 'suport\n', /no group `suport`/],
    [
      'at a question that there is not',
      'at: main_basis',
      'at: basis',
      'basis\n    message: {en: Changed',
      /no question `basis`/,
    ],
    [
      'at a question of a group',
      'at: main_basis',
      'at: priority',
      'priority\n    message',
      /outside groups; say `in: needs`/,
    ],
    [
      'at a question that the group lacks',
      'at: later',
      'at: sooner',
      'sooner\n',
      /group `support` has no question `sooner`/,
    ],
  ])
})

describe('the analysis', () => {
  refuses(
    [
      [
        'a question that there is not',
        'priority: needs.priority',
        'priority: needs.prio',
        'needs.prio',
        /there is no question `needs\.prio`/,
      ],
      [
        'a question of the wrong type',
        'priority: needs.priority',
        'priority: needs.why',
        'needs.why',
        /cannot be priority: it is long_text; expected scale/,
      ],
      [
        'a question of another group',
        'urgency: needs.urgency',
        'urgency: support.now',
        'support.now\n    current',
        /expected a question of `needs`/,
      ],
      [
        'a question over another list',
        'ranking: top',
        'ranking: sources',
        'sources\n  readiness',
        /it is multi; expected ranking/,
      ],
      [
        'a part alone that stands in a group',
        'status: needs.state',
        'status: main_basis',
        'main_basis\n    weights',
        /it stands in no group/,
      ],
      [
        'weights that do not add up',
        '    ranking: top',
        '    ranking: top\n    weights: {priority: 0.5, urgency: 0.5, gap: 0.5}',
        '{priority: 0.5, u',
        /do not add up to 1/,
      ],
      ['a weight for no option', 'done: 1}', 'done: 1, half: 1}', '{planned: 0.5, done', /there is no option `half`/],
      [
        'an option without weight',
        'exclude: [unfit]',
        'exclude: []',
        '{planned: 0.5, done',
        /nothing is said of unfit/,
      ],
      [
        'a factor without coverage',
        '    ranking: top',
        '    ranking: top\n    support_factors: {none: 0}',
        '{none: 0}',
        /no `coverage` to apply them to/,
      ],
      ['half a gap', '    current: support.now\n', '', 'priority: needs.priority\n', /name both or neither/],
      [
        'a share above 1',
        'exclude: [unfit]',
        'exclude: [unfit]\n    implemented_without_evidence: 1.5',
        '1.5',
        /expected 1 or less/,
      ],
    ],
    { others: true },
  )
})
