import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formNames, parseAct, postedOf } from '#surveys/answering/form.ts'
import { applyRankAct, isRankMove, RANK_MOVES } from '#surveys/answering/ranking.ts'

const OPTIONS = ['a', 'b', 'c', 'd', 'e']
const moves = fc.record({ move: fc.constantFrom(...RANK_MOVES), option: fc.constantFrom(...OPTIONS) })

test('an order stays an order: every option at most once, whatever is pressed', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(OPTIONS), fc.array(moves), (start, acts) => {
      const order = acts.reduce(applyRankAct, start as readonly string[])
      expect(new Set(order).size).toBe(order.length)
      expect(order.every((option) => OPTIONS.includes(option))).toBe(true)
    }),
  )
})

test('up and down keep a permutation and undo each other', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(OPTIONS, { minLength: 2 }), fc.nat(3), (order, index) => {
      const option = order[Math.min(index, order.length - 2)] ?? ''
      const down = applyRankAct(order, { move: 'down', option })
      expect([...down].sort()).toEqual([...order].sort())
      expect(applyRankAct(down, { move: 'up', option })).toEqual(order)
    }),
  )
})

test('moves that cannot be made leave the order as it is', () => {
  const order = ['a', 'b']
  expect(applyRankAct(order, { move: 'up', option: 'a' })).toEqual(order)
  expect(applyRankAct(order, { move: 'down', option: 'b' })).toEqual(order)
  expect(applyRankAct(order, { move: 'out', option: 'c' })).toEqual(order)
  expect(applyRankAct(order, { move: 'up', option: 'c' })).toEqual(order)
  expect(applyRankAct(order, { move: 'add', option: 'a' })).toEqual(order)
  expect(isRankMove('sideways')).toBe(false)
})

test.each([
  [null, { kind: 'save' }],
  ['', { kind: 'save' }],
  ['save', { kind: 'save' }],
  ['stay', { kind: 'stay' }],
  ['language:ar', { kind: 'language', language: 'ar' }],
  ['rank-up:topics:drafting', { kind: 'rank', field: 'topics', move: 'up', option: 'drafting' }],
  ['restore:support.evidence.donor', { kind: 'restore', field: 'support.evidence.donor' }],
  ['answer-again:days', { kind: 'answer-again', field: 'days' }],
  ['clear:basis', { kind: 'clear', field: 'basis' }],
  ['join:story', { kind: 'join', field: 'story' }],
  ['upload:papers', { kind: 'upload', field: 'papers' }],
  ['add-link:papers', { kind: 'add-link', field: 'papers' }],
  ['remove-file:papers:https://a.example:8/x', { kind: 'remove-file', field: 'papers', id: 'https://a.example:8/x' }],
  ['remove-file:papers', { kind: 'stay' }],
  ['rank-sideways:topics:drafting', { kind: 'stay' }],
  ['rank-up:topics', { kind: 'stay' }],
  ['restore:', { kind: 'stay' }],
  ['drop table', { kind: 'stay' }],
])('the button %j asks for %j', (text, act) => {
  expect(parseAct(text)).toEqual(act)
})

test('a form is read once, by name, in order, without documents', () => {
  const form = new FormData()
  form.append('a', '1')
  form.append('b', '2')
  form.append('a', '3')
  form.append('a', new File(['x'], 'x'))
  expect([...postedOf(form)]).toEqual([
    ['a', ['1', '3']],
    ['b', ['2']],
  ])
  expect(formNames('x.y.z').revision).toBe('x.y.z~revision')
})
