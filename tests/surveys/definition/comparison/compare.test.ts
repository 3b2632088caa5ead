// Versions side by side: every key once, facts classed, declarations held against them, and the ledger that follows.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '#surveys/definition/codebook.ts'
import { compareQuestionnaires } from '#surveys/definition/comparison/compare.ts'
import { refusalsOfDeclaring } from '#surveys/definition/comparison/declaring.ts'
import { elementsOf } from '#surveys/definition/comparison/elements.ts'
import { stepBetween } from '#surveys/definition/comparison/judging.ts'
import { isComparable, ledgerOf } from '#surveys/definition/comparison/ledger.ts'
import type { Change, Questionnaire } from '#surveys/definition/model.ts'
import { seal } from '#surveys/definition/sealing.ts'
import { contentLibrary } from '../../../support/content.ts'
import { pairArb } from './random.ts'

const taf = (version: string): Questionnaire =>
  contentLibrary().questionnaires.get(`taf-regional-needs@${version}`) ?? expect.fail(version)
const V1 = taf('1.0.0')
const V2 = taf('1.1.0')
const REASON = { en: 'Because', fr: 'Parce que', ar: 'لأن' }

const declaring = (change: Partial<Change> & Pick<Change, 'key' | 'change'>): Questionnaire => ({
  ...V2,
  changes: [...V2.changes.filter(({ key }) => key !== change.key), { reason: REASON, ...change }],
})
const codes = (candidate: Questionnaire) => refusalsOfDeclaring(candidate, V1, []).map(({ code }) => code)

describe('any two versions', () => {
  test('every key of both is in the comparison exactly once', () => {
    fc.assert(
      fc.property(pairArb, ([earlier, later]) => {
        const ids = compareQuestionnaires(earlier, later).entries.map(({ kind, key }) => `${kind}:${key}`)
        const wanted = new Set([...elementsOf(earlier).keys(), ...elementsOf(later).keys()])
        expect(new Set(ids)).toEqual(wanted)
        expect(ids).toHaveLength(wanted.size)
      }),
    )
  })

  test('nothing is said of what is the same, and something of whatever is not', () => {
    const sha256 = (words: string) => words
    fc.assert(
      fc.property(pairArb, ([earlier, later]) => {
        expect(compareQuestionnaires(earlier, { ...earlier, version: '1.0.1' }).step).toBe('none')
        const isSame =
          JSON.stringify(seal({ ...later, version: '1.0.0' }, sha256)) === JSON.stringify(seal(earlier, sha256))
        const { step } = compareQuestionnaires(earlier, later)
        if (step === 'none') expect(unused(later, earlier) || isSame).toBe(true)
      }),
    )
  })

  test('a version without a word about its changes is refused, and one that names them all is not', () => {
    fc.assert(
      fc.property(pairArb, ([earlier, later]) => {
        const asked = compareQuestionnaires(earlier, later).entries.filter(({ allowed }) => allowed.length > 0)
        const refused = refusalsOfDeclaring(later, earlier, []).some(({ code }) => code === 'undeclared')
        expect(refused).toBe(asked.length > 0)
        const changes = asked.map(({ key, allowed }): Change => {
          return { key, change: allowed[0] ?? 'same', reason: { en: 'Why', fr: 'Pourquoi' } }
        })
        expect(refusalsOfDeclaring({ ...later, changes }, earlier, [])).toEqual([])
      }),
    )
  })
})

/** Lists that no question uses are nobody's change. */
const unused = (later: Questionnaire, earlier: Questionnaire) =>
  JSON.stringify(later.lists) !== JSON.stringify(earlier.lists)

describe('version 1.1.0 of the needs', () => {
  test('says of itself what the machine finds, no more and no less', () => {
    expect(refusalsOfDeclaring(V2, V1, [])).toEqual([])
    const { entries, step } = compareQuestionnaires(V1, V2)
    expect(step).toBe('minor')
    const found = entries.filter(({ machine }) => machine !== 'same').map(({ key, machine }) => [key, machine])
    expect(found).toEqual([
      ['spontaneous_information', 'text'],
      ['mou_in_force', 'withdrawn'],
      ['admissibility_difficulty', 'text'],
      ['urgent_answer_days', 'new'],
      ['request_tracking', 'text'],
      ['training_topics', 'structure'],
    ])
  })

  test.each([
    ['a scale of other words called the same', { key: 'admissibility_difficulty', change: 'same' }],
    ['a question with more options called reworded', { key: 'training_topics', change: 'reworded' }],
    ['a question that stays called new', { key: 'request_tracking', change: 'new' }],
    ['a question that nobody touched called changed', { key: 'legal_basis_informal', change: 'changed' }],
  ] as const)('%s contradicts the facts', (_, change) => {
    expect(refusalsOfDeclaring(declaring(change), V1, [])).toMatchObject([
      { code: 'contradicted', entries: [{ key: change.key, declared: change.change }] },
    ])
  })

  test('a reason is owed in every language, and a map speaks of options that there were', () => {
    const { ar: _, ...half } = REASON
    expect(codes(declaring({ key: 'request_tracking', change: 'reworded', reason: half }))).toEqual(['reason_missing'])
    const maps = { drafting: 'mla_drafting' }
    expect(codes(declaring({ key: 'training_topics', change: 'changed', maps }))).toContain('maps_wrong')
  })

  test('the number must move as far as the changes do', () => {
    expect(refusalsOfDeclaring({ ...V2, version: '1.0.1' }, V1, [])).toEqual([
      { code: 'version_too_low', needed: 'minor', last: '1.0.0' },
    ])
    expect(codes({ ...V2, version: '2.0.0' })).toEqual([])
    // Without its map, the ranking of topics can no longer be compared: that is a new meaning.
    expect(codes(declaring({ key: 'training_topics', change: 'changed' }))).toEqual(['version_too_low'])
    expect(['1.0.1', '1.1.0', '2.0.0', '1.0.0', '0.9.0'].map((to) => stepBetween('1.0.0', to))).toEqual([
      'patch',
      'minor',
      'major',
      'none',
      'none',
    ])
  })

  test('a key that was withdrawn is never used again', () => {
    const later = {
      ...V1,
      version: '2.0.0',
      changes: [{ key: 'mou_in_force', change: 'new' as const, reason: REASON }],
    }
    expect(refusalsOfDeclaring(later, V2, [V1])).toContainEqual({ code: 'key_used_before', keys: ['mou_in_force'] })
  })
})

test('a scale with other values is another scale, whatever its author says', () => {
  const worse = {
    ...V1,
    version: '2.0.0',
    lists: { ...V1.lists, priority: (V1.lists.priority ?? []).map((one) => ({ ...one, value: (one.value ?? 0) + 1 })) },
    changes: [{ key: 'needs.priority', change: 'same' as const }],
  }
  const entry = compareQuestionnaires(V1, worse).entries.find(({ key }) => key === 'needs.priority')
  expect(entry).toMatchObject({ machine: 'meaning', allowed: ['changed'] })
  expect(refusalsOfDeclaring(worse, V1, [])).toContainEqual({
    code: 'contradicted',
    entries: [{ key: 'needs.priority', declared: 'same', allowed: ['changed'], machine: 'meaning' }],
  })
})

describe('the ledger', () => {
  test('knows every field of both ends once, and from a version to itself all are the same', () => {
    fc.assert(
      fc.property(pairArb, ([earlier, later]) => {
        const ledger = ledgerOf([earlier, later])
        const fields = [...compile(earlier).byName.keys(), ...compile(later).byName.keys()]
        expect(new Set(ledger.keys())).toEqual(new Set(fields))
        const itself = [...ledgerOf([earlier, { ...earlier, version: '1.0.1' }]).values()]
        expect(itself.every(({ comparability }) => comparability === 'same')).toBe(true)
      }),
    )
  })

  test('over three versions it is what the two steps are together', () => {
    fc.assert(
      fc.property(pairArb, ([earlier, later]) => {
        const back = { ...earlier, version: '3.0.0' }
        const over = ledgerOf([earlier, later, back])
        const [there, here] = [ledgerOf([earlier, later]), ledgerOf([later, back])]
        for (const [name, line] of over) {
          if (isComparable(line)) expect(isComparable(there.get(name)) && isComparable(here.get(name))).toBe(true)
        }
      }),
    )
  })

  test('rule 1: words, places and helps break nothing', () => {
    const moved = {
      ...V1,
      version: '1.0.1',
      sections: V1.sections.toReversed().map((section) => ({
        ...section,
        title: { ...section.title, en: 'Another title' },
        items: section.items.map((item) => ('help' in item ? { ...item, help: REASON } : item)),
      })),
    }
    expect([...ledgerOf([V1, moved]).values()].every(isComparable)).toBe(true)
    expect(compareQuestionnaires(V1, moved).step).toBe('patch')
  })

  test('of the needs: what is mapped keeps its options, what came or went belongs to one end', () => {
    const ledger = ledgerOf([V1, V2])
    expect(ledger.get('mou_in_force')?.comparability).toBe('withdrawn')
    expect(ledger.get('urgent_answer_days')?.comparability).toBe('new')
    expect(ledger.get('request_tracking')?.comparability).toBe('reworded')
    expect(ledger.get('training_topics')).toMatchObject({ comparability: 'mapped', steps: [{ version: '1.1.0' }] })
    expect(ledger.get('training_topics')?.maps?.size).toBe(10)
  })
})
