// Draws a chart as SVG: no script, no font from elsewhere, mirrored where the language is; the text is text.
import type { Picture, PictureRow, Shape, Tile } from './picture.ts'

/** Pixels. */
const WIDTH = 1200
const EDGE = 40
const LABELS = 350
const NOTES = 220
const GAP = 20
const MIDDLE = WIDTH - 2 * EDGE - LABELS - NOTES - 2 * GAP
const LINE = 20
const INK = '#15202b'
const PALE = '#5b6873'
const RULE = '#cfd5d9'
const EDGE_LINE = '#74808a'
const ACCENT = '#0b4a63'
const FONTS = "'IBM Plex Sans','IBM Plex Sans Arabic','Segoe UI',Tahoma,'Noto Sans Arabic',sans-serif"

/** Mean width of a letter, as a share of the size: generous, since no browser measures here. */
const LETTER = 0.54
const BOLD = 1.12

export function drawPicture(picture: Picture): string {
  const pen = penFor(picture.dir)
  const parts: string[] = []
  let y = EDGE + 10
  const write = (words: string, size: number, most: number, style: Partial<TextStyle> = {}) => {
    const lines = wrapped(words, most, style.weight ? size * BOLD : size)
    for (const line of lines) {
      parts.push(pen.text(EDGE, y + size * 0.8, line, { size, ...style }))
      y += size * 1.35
    }
  }
  write(picture.title, 26, WIDTH - 2 * EDGE, { weight: 700 })
  y += 6
  write(picture.explained, 14, WIDTH - 2 * EDGE, { fill: PALE })
  y += 10
  y = drawKey(parts, pen, picture.key, y)
  y = drawColumns(parts, pen, picture, y)
  for (const row of picture.rows) y = drawRow(parts, pen, row, y)
  y += 14
  write(picture.source, 13, WIDTH - 2 * EDGE, { fill: PALE })
  const height = Math.ceil(y + EDGE - 10)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`,
    ` role="img" xml:lang="${picture.language}" lang="${picture.language}" font-family="${FONTS}">`,
    `<title>${escaped(picture.title)}</title><desc>${escaped(picture.source)}</desc>`,
    '<defs><pattern id="gone" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    `<path d="M0 0V6" stroke="${EDGE_LINE}" stroke-width="1.5"/></pattern></defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
  ].join('')
}

type TextStyle = { size: number; weight: number; fill: string; anchor: 'start' | 'middle' | 'end' }
type Pen = {
  text(x: number, y: number, words: string, style?: Partial<TextStyle>): string
  box(x: number, y: number, width: number, height: number, fill: string, stroke?: string): string
  dot(x: number, y: number, radius: number, fill: string): string
}

/** Everything is placed as in a left-to-right page; the pen mirrors the places, never the letters. */
function penFor(dir: Picture['dir']): Pen {
  const isMirrored = dir === 'rtl'
  const at = (x: number, width = 0) => round(isMirrored ? WIDTH - x - width : x)
  return {
    text(x, y, words, { size = 15, weight = 400, fill = INK, anchor = 'start' } = {}) {
      const style = `font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"`
      return `<text x="${at(x)}" y="${round(y)}" direction="${dir}" ${style}>${escaped(words)}</text>`
    },
    box(x, y, width, height, fill, stroke) {
      const line = stroke ? ` stroke="${stroke}"` : ''
      const place = `x="${at(x, width)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
      return `<rect ${place} fill="${fill}"${line}/>`
    },
    dot: (x, y, radius, fill) =>
      `<circle cx="${at(x)}" cy="${round(y)}" r="${radius}" fill="${fill}" stroke="${ACCENT}" stroke-width="2"/>`,
  }
}

function drawKey(parts: string[], pen: Pen, key: readonly Tile[], y: number): number {
  if (key.length === 0) return y
  let [x, top] = [EDGE, y]
  for (const one of key) {
    const width = 26 + one.words.length * 14 * LETTER + 18
    if (x + width > WIDTH - EDGE && x > EDGE) [x, top] = [EDGE, top + 24]
    parts.push(...drawTile(pen, { ...one, words: '' }, x, top, 16, 16))
    parts.push(pen.text(x + 22, top + 13, one.words, { size: 14 }))
    x += width
  }
  return top + 34
}

const START = EDGE + LABELS + GAP

/** Names over cells, wrapped; or the levels of a scale. */
function drawColumns(parts: string[], pen: Pen, { columns }: Picture, y: number): number {
  if (columns.length === 0) return y
  const width = MIDDLE / columns.length
  const lines = columns.map((name) => wrapped(name, width - 4, 11))
  const height = Math.max(...lines.map((one) => one.length)) * 14
  lines.forEach((one, column) => {
    one.forEach((line, index) => {
      const top = y + height - (one.length - 1 - index) * 14
      parts.push(pen.text(START + width * (column + 0.5), top, line, { size: 11, fill: PALE, anchor: 'middle' }))
    })
  })
  return y + height + 10
}

function drawRow(parts: string[], pen: Pen, { label, shape, note }: PictureRow, y: number): number {
  const labels = wrapped(label, LABELS, 15)
  const notes = wrapped(note, NOTES, 13)
  const height = Math.max(labels.length * LINE, notes.length * 17, 30) + 12
  const middle = y + height / 2
  labels.forEach((line, index) => {
    parts.push(pen.text(EDGE, middle + 5 + (index - (labels.length - 1) / 2) * LINE, line))
  })
  parts.push(...drawShape(pen, shape, middle))
  notes.forEach((line, index) => {
    const x = WIDTH - EDGE - NOTES
    parts.push(pen.text(x, middle + 4 + (index - (notes.length - 1) / 2) * 17, line, { size: 13 }))
  })
  parts.push(pen.box(EDGE, y + height, WIDTH - 2 * EDGE, 1, RULE))
  return y + height + 1
}

function drawShape(pen: Pen, shape: Shape, middle: number): string[] {
  switch (shape.kind) {
    case 'bar': {
      const marks = [
        pen.box(START, middle - 8, MIDDLE, 16, '#e9ebe6'),
        pen.box(START, middle - 8, MIDDLE * shape.value, 16, ACCENT),
      ]
      if (shape.mark !== null) marks.push(pen.box(START + MIDDLE * shape.mark - 2, middle - 11, 4, 22, INK, '#ffffff'))
      return marks
    }
    case 'dumbbell': {
      const [from, to] = [START + MIDDLE * shape.from, START + MIDDLE * shape.to]
      return [
        pen.box(START, middle, MIDDLE, 1, RULE),
        pen.box(Math.min(from, to), middle - 2, Math.abs(to - from), 4, '#78afc3'),
        pen.dot(from, middle, 7, '#ffffff'),
        pen.dot(to, middle, 7, ACCENT),
      ]
    }
    case 'squares': {
      const size = Math.min(28, MIDDLE / Math.max(1, shape.tiles.length) - 3)
      return shape.tiles.flatMap((one, place) =>
        drawTile(pen, one, START + place * (size + 3), middle - size / 2, size, size),
      )
    }
    case 'cells': {
      const width = MIDDLE / Math.max(1, shape.tiles.length)
      return shape.tiles.flatMap((one, place) =>
        drawTile(pen, one, START + place * width + 1, middle - 15, width - 2, 30),
      )
    }
    case 'nothing':
      return []
  }
}

function drawTile(pen: Pen, one: Tile, x: number, y: number, width: number, height: number): string[] {
  const words = one.words
    ? [
        pen.text(x + width / 2, y + height / 2 + 5, one.words, {
          size: 13,
          fill: one.ink,
          anchor: 'middle',
          weight: 600,
        }),
      ]
    : []
  const hatch = one.isAbsent ? [pen.box(x, y, width, height, 'url(#gone)')] : []
  return [pen.box(x, y, width, height, one.fill, EDGE_LINE), ...hatch, ...words]
}

/** Broken at blanks so that each line fits; a word that is too long stands alone. */
function wrapped(words: string, width: number, size: number): string[] {
  const most = Math.max(4, Math.floor(width / (size * LETTER)))
  const lines: string[] = []
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const round = (value: number) => Math.round(value * 10) / 10

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Safe inside an element and an attribute; what XML cannot hold is left out. */
function escaped(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML
  const allowed = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return allowed.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark)
}
