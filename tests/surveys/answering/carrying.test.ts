// Answers carried into another version: never one that it forbids, never one lost, and a draft's parts add up.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryCell, planMoving } from '#surveys/answering/carrying.ts'
import { emptyCell, isAnswered } from '#surveys/answering/cells.ts'
import type { Cell, Value } from '#surveys/answering/model.ts'
import { wrongOf } from '#surveys/answering/problems.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { compareQuestionnaires } from '#surveys/definition/comparison/compare.ts'
import { ledgerOf } from '#surveys/definition/comparison/ledger.ts'
import type { Change, Field, Questionnaire } from '#surveys/definition/model.ts'
import { contentLibrary } from '../../support/content.ts'
import { pairArb } from '../definition/comparison/random.ts'

const TODAY = '2027-01-11'

function valueArb({ question, options }: Field): fc.Arbitrary<Value> {
  const keys = options.map(({ key }) => key)
  switch (question.type) {
    case 'number':
      return fc.integer({ min: 0, max: 100 })
    case 'date':
      return fc.constantFrom('2020-01-01', '2026-12-31')
    case 'text':
      return fc.constantFrom('A few words', 'كلمات')
    case 'multi':
      return fc.subarray(keys, { minLength: 1 })
    case 'ranking':
      return fc.shuffledSubarray(keys, { minLength: 1, maxLength: Math.min(3, keys.length) })
    default:
      return fc.constantFrom(...keys)
  }
}

/** Both versions, with an answer, a reason or nothing at every field of the earlier; the later declares what it likes. */
const answeredArb = pairArb.chain(([earlier, later]) => {
  const fields = compile(earlier).fields.filter(
    (field) => 'list' in field.question === false || field.options.length > 0,
  )
  const cells = fc.tuple(
    ...fields.map((field) =>
      fc.oneof(
        fc.constant(emptyCell(field.name)),
        fc.constant({ ...emptyCell(field.name), absence: 'na' as const }),
        valueArb(field).map((value) => ({ ...emptyCell(field.name), value })),
      ),
    ),
  )
  return fc.tuple(fc.constant(earlier), declaredArb(earlier, later), cells)
})

function declaredArb(earlier: Questionnaire, later: Questionnaire): fc.Arbitrary<Questionnaire> {
  const asked = compareQuestionnaires(earlier, later).entries.filter(({ allowed }) => allowed.length > 0)
  const changes = asked.map(({ key, allowed }) =>
    fc.tuple(fc.constantFrom(...allowed), fc.boolean()).map(([change, isMapped]): Change => {
      const maps = { k1: 'k1', k2: 'k3', k3: 'k3', low: 'mid', mid: 'high' }
      return { key, change, ...(change === 'changed' && isMapped && { maps }) }
    }),
  )
  return fc.oneof(
    fc.constant(later),
    fc.tuple(...changes).map((all) => ({ ...later, changes: all })),
  )
}

describe('any two versions', () => {
  test('an answer is never carried into one that its new version forbids', () => {
    fc.assert(
      fc.property(answeredArb, ([earlier, later, cells]) => {
        const ledger = ledgerOf([earlier, later])
        const after = compile(later)
        for (const cell of cells as Cell[]) {
          const field = after.byName.get(cell.field)
          const carried = field && carryCell(ledger.get(cell.field), field, cell, TODAY)
          if (!field || !carried) continue
          expect(wrongOf(field, carried, false, TODAY)).toBeUndefined()
          expect(isAnswered(carried)).toBe(true)
        }
      }),
    )
  })

  test('rule 2: every answer of a draft is kept, to confirm, or set aside, and no new question is passed over', () => {
    fc.assert(
      fc.property(answeredArb, ([earlier, later, cells]) => {
        const ledger = ledgerOf([earlier, later])
        const [before, after] = [compile(earlier), compile(later)]
        const given = new Map((cells as Cell[]).map((cell) => [cell.field, cell]))
        const plan = planMoving(ledger, after, given, TODAY)
        const parts = [...plan.kept, ...plan.toConfirm, ...plan.aside]
        const answered = [...given.values()].filter(isAnswered).map(({ field }) => field)
        expect(parts.toSorted()).toEqual(answered.toSorted())
        expect(plan.fresh.toSorted()).toEqual(
          [...after.byName.keys()].filter((name) => !before.byName.has(name)).toSorted(),
        )
        expect(
          plan.kept.every(
            (name) => wrongOf(after.byName.get(name) as Field, given.get(name), false, TODAY) === undefined,
          ),
        ).toBe(true)
      }),
    )
  })
})

test('a ranking of topics goes over to the longer list as it stands', () => {
  const version = (name: string) => contentLibrary().questionnaires.get(`taf-regional-needs@${name}`) ?? expect.fail()
  const ledger = ledgerOf([version('1.0.0'), version('1.1.0')])
  const after = compile(version('1.1.0'))
  const ranked = { ...emptyCell('training_topics'), value: ['digital_evidence', 'mla_drafting'] }
  const field = after.byName.get('training_topics') ?? expect.fail()
  expect(carryCell(ledger.get('training_topics'), field, ranked, TODAY)?.value).toEqual(ranked.value)
  const plan = planMoving(ledger, after, new Map([['training_topics', ranked]]), TODAY)
  expect(plan).toEqual({ kept: [], toConfirm: ['training_topics'], fresh: ['urgent_answer_days'], aside: [] })
})
