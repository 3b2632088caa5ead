// Going back leads to a page of this house, whatever somebody writes into the link.
import { expect, test } from 'vitest'
import { safeReturnTo } from '#app/return-to.ts'

const ORIGIN = 'https://tour.example.org'

test('a page of ours is kept, with its question mark', () => {
  for (const path of ['/', '/answer', '/team/rounds/needs?show=us&x=%D8%A7', '/results/x/needs.csv']) {
    expect(safeReturnTo(path, ORIGIN)).toBe(path)
  }
})

const ELSEWHERE = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%5cevil.example',
  '/%2fevil.example',
  '/\tevil',
  '/ /evil.example',
  '/%0d%0aSet-Cookie:x=1',
  '/\u0000',
  'javascript:alert(1)',
  'data:text/html,x',
  'answer',
  '',
  '/%E0%A4%A',
  '/.//evil.example',
  '/a/..//evil.example',
  `/${'a'.repeat(3000)}`,
  null,
  undefined,
  7,
  ['/answer'],
]
for (const wanted of ELSEWHERE) {
  test(`${JSON.stringify(wanted)?.slice(0, 60)} leads to the first page`, () => {
    expect(safeReturnTo(wanted, ORIGIN)).toBe('/')
  })
}
