// A chart as a picture: well-formed whatever its words are, mirrored without mirroring letters, its numbers those of the page.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPicture } from '#app/pictures/drawing.ts'
import { absentTile, type Picture, SEQUENCE, tile } from '#app/pictures/picture.ts'

const PICTURE: Picture = {
  language: 'en',
  dir: 'ltr',
  title: 'A finding',
  explained: 'How it was measured',
  columns: [],
  key: [tile('done', SEQUENCE[5])],
  rows: [
    { label: 'An area', shape: { kind: 'bar', value: 0.5, mark: 0.25 }, note: '4 of 8' },
    { label: 'Another', shape: { kind: 'dumbbell', from: 0.1, to: 0.9 }, note: '' },
    { label: 'Squares', shape: { kind: 'squares', tiles: [tile('5', SEQUENCE[5]), absentTile('NA')] }, note: '' },
    { label: 'Cells', shape: { kind: 'cells', tiles: [tile('3', SEQUENCE[3])] }, note: '' },
    { label: 'Withheld', shape: { kind: 'nothing' }, note: 'too few' },
  ],
  source: 'Base: 8 of 8',
}

/** Every opened element is closed, in order; no mark of the language stands in a text. */
function isWellFormed(svg: string): boolean {
  const open: string[] = []
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self) continue
    if (!close) open.push(name ?? '')
    else if (open.pop() !== name) return false
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(svg)
}

test('every shape is drawn, with title, source and every word', () => {
  const svg = drawPicture(PICTURE)
  expect(isWellFormed(svg)).toBe(true)
  for (const words of ['A finding', 'How it was measured', 'An area', '4 of 8', 'NA', 'too few', 'Base: 8 of 8'])
    expect(svg).toContain(words)
  expect(svg).not.toMatch(/NaN|undefined|script|href/)
})

test('an Arabic picture stands mirrored, its letters do not', () => {
  const bar = (svg: string) => /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*fill="#0b4a63"/.exec(svg)
  const [, x = '', width = ''] = bar(drawPicture(PICTURE)) ?? []
  const mirrored = drawPicture({ ...PICTURE, dir: 'rtl', language: 'ar' })
  const [, right = ''] = bar(mirrored) ?? []
  expect(Number(right)).toBeCloseTo(1200 - Number(x) - Number(width), 1)
  expect(mirrored).toContain('direction="rtl"')
  expect(mirrored).not.toMatch(/scale\(-1/)
})

test('no words break it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (words) => {
      const row = { label: words, shape: { kind: 'cells', tiles: [tile(words, SEQUENCE[0])] }, note: words } as const
      const svg = drawPicture({ ...PICTURE, title: words, source: words, key: [absentTile(words)], rows: [row] })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML
      expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(svg)).toBe(false)
      expect(svg.replace(/<text[^>]*>[^<]*<\/text>|<(title|desc)>[^<]*<\/\1>/g, '')).not.toContain('undefined')
      expect(isWellFormed(svg)).toBe(true)
    }),
  )
})
