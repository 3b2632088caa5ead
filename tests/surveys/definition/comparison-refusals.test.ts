// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions are written.
import { describe, expect, test } from 'vitest'
import { readLibrary } from '#surveys/definition/library.ts'
import { files, PATH, refuses, SMALL } from './small.ts'

const SHOW_IF = `"\${main_basis} = 'statute'"`
const URGENCY = `"\${priority} >= 2"`
const CHECK = `"\${later} < \${now}"`
const OUTER = `"\${main_basis} != \${previous:main_basis} and \${other-one:answer} = 'yes'"`

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
      [
        'options of two lists that share none',
        OUTER,
        '"${main_basis} = ${needs[evidence].state}"',
        '${main_basis} = ${needs',
        /`basis` and `status` have no option in common/,
      ],
      ['an option with several', CHECK, '"${now} = ${donors}"', '${donors}', /several options/],
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
