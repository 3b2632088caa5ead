// A YAML file and the places in it: so that every refusal can name line, column and key.
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { keyOf } from './addresses.ts'

/** A file of `surveys/`, its path relative to that folder. */
export type SourceFile = { readonly path: string; readonly text: string }

export type FileProblem = {
  readonly path: string
  /** both counted from 1 */
  readonly line: number
  readonly column: number
  /** the place by its keys, such as `sections.legal.items.legal_basis.show_if` */
  readonly key: string
  readonly message: string
  /** true: the file can be read and worked on, but not be published */
  readonly isForPublishing: boolean
}

export type Path = readonly (string | number)[]

/** What a rule refuses, before it is known where in the file that stands. */
export type Refusal = {
  readonly path: Path
  readonly message: string
  /** the key itself is wrong, not what it holds */
  readonly isAtKey?: boolean
  /** characters from the beginning of the text at `path` */
  readonly offset?: number
  readonly isForPublishing?: boolean
}

/** A file that was read: what it says, and where it says it. */
export type Reading = SourceFile & { readonly document: Document; readonly lines: LineCounter; readonly value: unknown }

/**
 * Reads YAML 1.2.
 * @returns either the reading, or what makes the file no YAML
 */
export function readYaml(file: SourceFile): { reading?: Reading; problems: FileProblem[] } {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, version: '1.2' })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const problems = faults.map((fault) => {
      const { line, col } = lines.linePos(fault.pos[0])
      return { path: file.path, line, column: col, key: '', message: fault.message, isForPublishing: false }
    })
    return { problems }
  }
  return { reading: { ...file, document, lines, value: document.toJS() }, problems: [] }
}

/** Puts a refusal in its place in the file. */
export function problemOf(reading: Reading, refusal: Refusal): FileProblem {
  const { line, col } = reading.lines.linePos(positionOf(reading, refusal))
  return {
    path: reading.path,
    line,
    column: col,
    key: keyOf(reading.value, refusal.path),
    message: refusal.message,
    isForPublishing: refusal.isForPublishing ?? false,
  }
}

/** A problem on one line, as editors and terminals make it a link: `path:line:column key: message`. */
export function printProblem(problem: FileProblem): string {
  const place = problem.key === '' ? '' : `${problem.key}: `
  return `${problem.path}:${problem.line}:${problem.column} ${place}${problem.message}`
}

function positionOf(reading: Reading, { path, isAtKey, offset }: Refusal): number {
  let node: unknown = reading.document.contents
  let position = isNode(node) ? startOf(node) : 0
  for (const [index, step] of path.entries()) {
    const pair = isMap(node) ? node.items.find((candidate) => nameOf(candidate) === String(step)) : undefined
    const inside = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
    const isLast = index === path.length - 1
    if (pair && isLast && (isAtKey || !isNode(inside))) return startOf(pair.key as Node)
    if (!isNode(inside)) return position
    position = startOf(inside)
    node = isAlias(inside) ? inside.resolve(reading.document) : inside
  }
  return offset === undefined ? position : position + offsetInSource(reading, node, offset)
}

function nameOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key)
}

function isNode(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

/**
 * Where a character of a text stands in the file: YAML folds lines and escapes quotes, so both are walked together.
 * @returns the distance from the beginning of the scalar in the source
 */
function offsetInSource(reading: Reading, node: unknown, offset: number): number {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return 0
  const source = reading.text.slice(node.range[0], node.range[1])
  // A block begins after its header line (`>-`), a quoted text after its quote.
  const header = /^[|>].*\n/.exec(source)?.[0].length
  let at = header ?? (/^['"]/.test(source) ? 1 : 0)
  let behind = at
  for (let read = 0; at < source.length && read < node.value.length; at++) {
    const isFold = node.value[read] === ' ' && source[at] === '\n'
    if (source[at] !== node.value[read] && !isFold) continue
    if (read === offset) return at
    read++
    behind = at + 1
  }
  // The end of the text: where something is missing.
  return behind
}
