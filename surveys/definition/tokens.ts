// The words of an expression: references, texts, numbers, names and signs, each with its place.
import type { Ref } from './model.ts'

/** An expression that is refused. `offset` counts characters from the beginning of the expression, from 0. */
export class ExpressionError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.name = 'ExpressionError'
    this.offset = offset
  }
}

export type Token = { readonly offset: number } & (
  | { readonly is: 'ref'; readonly ref: Ref }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'word'; readonly value: string }
  | { readonly is: 'sign'; readonly value: string }
  | { readonly is: 'end' }
)

const SPACE = /\s+/y
const REF = /\$\{([^}]*)\}/y
const TEXT = /'([^']*)'/y
const NUMBER = /\d+(?:\.\d+)?/y
const WORD = /[a-z]+(?:-[a-z]+)*/y
const SIGN = /!=|<=|>=|[=<>()+*,-]/y

const KEY = '[a-z][a-z0-9_]*'
const INSIDE_REF = new RegExp(`^(?:([a-z][a-z0-9_-]*):)?(?:(${KEY})\\[(${KEY})\\]\\.)?(${KEY})$`)

/**
 * @returns the tokens, the last of which is always `end`
 * @throws ExpressionError at the first character that begins nothing known
 */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = []
  let offset = 0
  while (true) {
    offset += match(SPACE, source, offset)?.[0].length ?? 0
    if (offset >= source.length) break
    const { token, length } = readToken(source, offset)
    tokens.push(token)
    offset += length
  }
  tokens.push({ is: 'end', offset: source.length })
  return tokens
}

function readToken(source: string, offset: number): { token: Token; length: number } {
  const found = (pattern: RegExp) => match(pattern, source, offset)
  const ref = found(REF)
  if (ref) return { token: { is: 'ref', ref: readRef(ref[1] ?? '', offset), offset }, length: ref[0].length }
  const text = found(TEXT)
  if (text) return { token: { is: 'text', value: text[1] ?? '', offset }, length: text[0].length }
  const number = found(NUMBER)
  if (number) return { token: { is: 'number', value: Number(number[0]), offset }, length: number[0].length }
  const word = found(WORD)
  if (word) return { token: { is: 'word', value: word[0], offset }, length: word[0].length }
  const sign = found(SIGN)
  if (sign) return { token: { is: 'sign', value: sign[0], offset }, length: sign[0].length }
  throw new ExpressionError(whatIsWrong(source, offset), offset)
}

function match(pattern: RegExp, source: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(source)
}

function readRef(inside: string, offset: number): Ref {
  const parts = INSIDE_REF.exec(inside)
  const key = parts?.[4]
  if (!parts || !key) {
    const hint = /^[a-z0-9_]+\.[a-z0-9_]+$/.test(inside) ? ', with the item in brackets' : ''
    throw new ExpressionError(
      `\${${inside}} names no answer; expected \${key}, \${group[item].key}, \${previous:key} or \${questionnaire:key}${hint}`,
      offset,
    )
  }
  const [, source, group, item] = parts
  return { ...(source && { source }), ...(group && { group, item }), key }
}

function whatIsWrong(source: string, offset: number): string {
  const character = source[offset]
  if (source.startsWith('${', offset)) return 'a reference is not closed; expected } after the key'
  if (character === "'") return "a text is not closed; expected '"
  if (character === '"') return "a text stands between single quotes, 'so'"
  if (character === '/') return 'division is written `div`'
  if (character === '$') return `expected \${key}`
  return `unexpected ${JSON.stringify(character)}; expected \${key}, 'text', a number or an operator`
}
