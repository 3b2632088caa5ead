// Reading the conditions of an XLSForm: the part of XPath that forms use, as a tree.

export type Node =
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'self' }
  | { readonly is: 'parent' }
  | { readonly is: 'ref'; readonly name: string }
  | { readonly is: 'call'; readonly name: string; readonly of: readonly Node[] }
  /** one column of a choice, looked up in its list by its name */
  | { readonly is: 'lookup'; readonly list: string; readonly of: Node; readonly column: string }
  | { readonly is: 'binary'; readonly op: string; readonly left: Node; readonly right: Node }

/** What this reading does not take. */
export class XPathError extends Error {}

const TOKEN =
  /\s*(?:(\$\{\s*[^}]+\s*\})|'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|(\d+(?:\.\d+)?|\.\d+)|(\.\.)|(!=|<=|>=|[=<>()+*,/[\]|-])|([A-Za-z_][A-Za-z0-9_:-]*(?:\.[A-Za-z0-9_]+)*)|(\.))/y

type Token = { readonly is: 'ref' | 'text' | 'number' | 'sign' | 'word' | 'end'; readonly value: string }

function tokens(source: string): Token[] {
  const found: Token[] = []
  TOKEN.lastIndex = 0
  for (let at = 0; at < source.trimEnd().length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(source)
    if (!match) throw new XPathError(source.slice(at, at + 20).trim())
    const [, ref, single, double, curly, number, parent, sign, word, self] = match
    const text = single ?? double ?? curly
    if (ref !== undefined) found.push({ is: 'ref', value: ref.slice(2, -1).trim() })
    else if (text !== undefined) found.push({ is: 'text', value: text })
    else if (number !== undefined) found.push({ is: 'number', value: number })
    else if (word !== undefined) found.push({ is: 'word', value: word })
    else found.push({ is: 'sign', value: parent ?? sign ?? self ?? '' })
  }
  return [...found, { is: 'end', value: '' }]
}

/** By how closely they bind, the loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]
const DEPTH_MAX = 60

/** @throws XPathError with what was not understood */
export function parseXPath(source: string): Node {
  const all = tokens(source)
  let [at, depth] = [0, 0]
  const next = () => all[at] as Token
  const takes = (value: string, is: Token['is'] = 'sign') => {
    const isIt = next().is === is && next().value === value
    if (isIt) at += 1
    return isIt
  }
  const needs = (value: string, is: Token['is'] = 'sign') => {
    if (!takes(value, is)) throw new XPathError(`${next().value || '…'} (${value}?)`)
  }
  const operator = (level: number) => {
    const { is, value } = next()
    if ((is !== 'sign' && is !== 'word') || !LEVELS[level]?.includes(value)) return undefined
    at += 1
    return value
  }
  const binary = (level: number): Node => {
    if (level === LEVELS.length) return term()
    let left = binary(level + 1)
    for (let op = operator(level); op; op = operator(level)) left = { is: 'binary', op, left, right: binary(level + 1) }
    return left
  }
  const term = (): Node => {
    if (++depth > DEPTH_MAX) throw new XPathError(source.slice(0, 20))
    const node = anyTerm()
    depth -= 1
    return node
  }
  const anyTerm = (): Node => {
    const { is, value } = next()
    if (takes('(')) {
      const inside = binary(0)
      needs(')')
      return inside
    }
    if (takes('-')) return { is: 'binary', op: '-', left: { is: 'number', value: 0 }, right: term() }
    if (takes('.')) return { is: 'self' }
    if (takes('..')) return { is: 'parent' }
    at += 1
    if (is === 'ref') return { is: 'ref', name: value }
    if (is === 'text') return { is: 'text', value }
    if (is === 'number') return { is: 'number', value: Number(value) }
    if (is === 'word' && takes('(')) return call(value)
    throw new XPathError(value || source.slice(-20))
  }
  const call = (name: string): Node => {
    const of: Node[] = []
    while (!takes(')')) {
      of.push(binary(0))
      if (next().value !== ')') needs(',')
    }
    return name === 'instance' ? lookup(of) : { is: 'call', name, of }
  }
  const lookup = ([list]: Node[]): Node => {
    needs('/')
    needs('root', 'word')
    needs('/')
    needs('item', 'word')
    needs('[')
    needs('name', 'word')
    needs('=')
    const of = binary(3)
    needs(']')
    needs('/')
    const column = next()
    if (column.is !== 'word' || list?.is !== 'text') throw new XPathError('instance')
    at += 1
    return { is: 'lookup', list: list.value, of, column: column.value }
  }
  const whole = binary(0)
  if (next().is !== 'end') throw new XPathError(next().value)
  return whole
}
