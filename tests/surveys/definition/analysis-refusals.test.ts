import { describe } from 'vitest'
import { refuses } from './small.ts'

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
        'a question that is asked of no item',
        '    ranking: top',
        '    ranking: top\n    justification: reference',
        'reference\n  readiness',
        /cannot be justification: expected a question of a group over `area`/,
      ],
      [
        'a question that is asked of no item',
        '    ranking: top',
        '    ranking: top\n    justification: reference',
        'reference\n  readiness',
        /cannot be justification: expected a question of a group over `area`/,
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
