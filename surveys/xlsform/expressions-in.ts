// From the conditions of an XLSForm to those of this house, where every answer has its key and nothing unanswered compares.
import { type Node, parseXPath, XPathError } from './xpath.ts'

/** A question as conditions name it. */
export type Known = {
  readonly key: string
  readonly group?: string
  readonly kind: 'option' | 'several' | 'confirm' | 'number' | 'date' | 'words' | 'other'
  readonly list?: string
}

/** All that conditions of a form may name, by the names of its rows. */
export type Terms = {
  readonly questions: ReadonlyMap<string, Known>
  /** groups by name, with the keys of their items */
  readonly groups: ReadonlyMap<string, { readonly group: string; readonly items: readonly string[] }>
  readonly calculations: ReadonlyMap<string, string>
  /** by list, from the name of a choice to its key */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** Where a condition stands. */
export type Incoming = Terms & {
  readonly group?: string
  readonly self?: string
  /** the calculations that went into a condition are added */
  readonly used: Set<string>
}

/** What this house's conditions cannot say. */
export class Untranslatable extends Error {}

/** @throws Untranslatable with the part that is not known here */
export function readCondition(source: string, into: Incoming): string {
  try {
    return sayNode(parseXPath(source), into)
  } catch (error) {
    if (error instanceof XPathError) throw new Untranslatable(error.message)
    throw error
  }
}

/** One part of a condition that has been read. @throws Untranslatable with what is not known here */
export const sayNode = (node: Node, into: Incoming): string => truth(node, { ...into, depth: 0 })

type Reading = Incoming & { readonly depth: number }

/** Parts of a condition that stand side by side keep their meaning only in brackets. */
function truth(node: Node, into: Reading, isInside = false): string {
  const within = (text: string) => (isInside ? `(${text})` : text)
  if (node.is === 'binary') {
    const { op, left, right } = node
    if (op === 'or' || op === 'and') return within(`${truth(left, into, true)} ${op} ${truth(right, into, true)}`)
    return compared(node, into)
  }
  if (node.is === 'call') return called(node, into, isInside)
  const calculation = calculated(node, into)
  if (calculation) return truth(calculation.node, calculation.into, isInside)
  throw new Untranslatable(shown(node))
}

function called({ name, of }: Extract<Node, { is: 'call' }>, into: Reading, isInside: boolean): string {
  const [first, second] = of
  if (name === 'not' && first) return `not(${truth(first, into)})`
  if ((name === 'selected' || name === 'jr:selected') && first && second?.is === 'text')
    return selected(first, second.value, into)
  if ((name === 'boolean' || name === 'once') && first) return truth(first, into, isInside)
  throw new Untranslatable(`${name}()`)
}

function selected(node: Node, choice: string, into: Reading): string {
  const { said, known } = answer(node, into)
  const key = optionOf(known, choice, into)
  return known.kind === 'several' ? `selected(${said}, '${key}')` : `${said} = '${key}'`
}

function optionOf(known: Known, choice: string, into: Reading): string {
  if (known.kind === 'confirm') return 'yes'
  const key = into.options.get(known.list ?? '')?.get(choice)
  if (known.kind !== 'option' && known.kind !== 'several') return choice
  if (key === undefined) throw new Untranslatable(`'${choice}'`)
  return key
}

type Binary = Extract<Node, { is: 'binary' }>

function compared({ op, left, right }: Binary, into: Reading): string {
  if (!['=', '!=', '<', '<=', '>', '>='].includes(op)) throw new Untranslatable(op)
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const empty = other.is === 'text' && other.value === ''
    if (empty) return emptiness(side, op, into)
    const lengthOf = side.is === 'call' && side.name === 'string-length' && side.of[0]
    if (lengthOf && other.is === 'number')
      return length(lengthOf, side === left ? op : (MIRRORED[op] ?? op), other.value, into)
    if (other.is === 'text' || other.is === 'number') {
      const said = withConstant(side, side === left ? op : (MIRRORED[op] ?? op), other, into)
      if (said) return said
    }
  }
  // XPath's `!=` holds for what is unanswered, this house's does not.
  const sides = `${scalar(left, into)} ${op === '!=' ? '=' : op} ${scalar(right, into)}`
  return op === '!=' ? `not(${sides})` : sides
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function emptiness(node: Node, op: string, into: Reading): string {
  const { said } = answer(node, into)
  if (op === '!=') return `answered(${said})`
  if (op === '=') return `not(answered(${said}))`
  throw new Untranslatable(`${op} ''`)
}

/** Whether there is a text at all; its length is not compared with anything else. */
function length(node: Node, op: string, number: number, into: Reading): string {
  const { said } = answer(node, into)
  if ((op === '>' && number === 0) || (op === '>=' && number === 1) || (op === '!=' && number === 0))
    return `answered(${said})`
  if ((op === '=' && number === 0) || (op === '<' && number === 1)) return `not(answered(${said}))`
  throw new Untranslatable('string-length()')
}

/** A choice, a confirmation or a date against what is written out. */
function withConstant(
  side: Node,
  op: string,
  constant: Extract<Node, { is: 'text' | 'number' }>,
  into: Reading,
): string | undefined {
  if (side.is !== 'ref' && side.is !== 'self' && side.is !== 'call') return undefined
  if (side.is === 'call' && side.name !== 'indexed-repeat') return undefined
  if (side.is === 'ref' && into.calculations.has(side.name)) return undefined
  const { said, known } = answer(side, into)
  const isEquality = op === '=' || op === '!='
  // What is unanswered differs from everything in XPath, and from nothing here.
  const compare = (other: string) => (op === '!=' ? `not(${said} = ${other})` : `${said} ${op} ${other}`)
  if (known.kind === 'several') {
    if (!isEquality) throw new Untranslatable(said)
    const one = `selected(${said}, '${optionOf(known, String(constant.value), into)}') and count-selected(${said}) = 1`
    return op === '=' ? `(${one})` : `not(${one})`
  }
  if (known.kind === 'confirm') return isEquality ? compare("'yes'") : undefined
  if (known.kind === 'option' && isEquality) return compare(`'${optionOf(known, String(constant.value), into)}'`)
  if (known.kind === 'option' || known.kind === 'number') {
    const number = Number(constant.value)
    if (!Number.isFinite(number)) throw new Untranslatable(`'${constant.value}'`)
    return compare(String(number))
  }
  if (constant.is === 'number' || constant.value.includes("'"))
    throw new Untranslatable(`${said} ${op} ${constant.value}`)
  return compare(`'${constant.value}'`)
}

function scalar(node: Node, into: Reading): string {
  switch (node.is) {
    case 'number':
      return String(node.value)
    case 'text':
      if (node.value.includes("'")) throw new Untranslatable(node.value)
      return `'${node.value}'`
    case 'lookup':
      if (node.column !== 'value') throw new Untranslatable(`instance('${node.list}')`)
      return answer(node.of, into).said
    case 'binary':
      if (!['+', '-', '*', 'div'].includes(node.op)) throw new Untranslatable(node.op)
      return `(${scalar(node.left, into)} ${node.op} ${scalar(node.right, into)})`
    case 'call':
      return scalarCall(node, into)
    default: {
      const calculation = calculated(node, into)
      return calculation ? scalar(calculation.node, calculation.into) : answer(node, into).said
    }
  }
}

function scalarCall(node: Extract<Node, { is: 'call' }>, into: Reading): string {
  const [first] = node.of
  switch (node.name) {
    case 'today':
    case 'now':
      return 'today()'
    case 'count-selected': {
      if (!first) throw new Untranslatable('count-selected()')
      const { said, known } = answer(first, into)
      if (known.kind !== 'several') throw new Untranslatable('count-selected()')
      return `count-selected(${said})`
    }
    case 'number':
    case 'int':
    case 'date':
    case 'once':
      if (first) return scalar(first, into)
      throw new Untranslatable(`${node.name}()`)
    case 'indexed-repeat':
      return answer(node, into).said
    default:
      throw new Untranslatable(`${node.name}()`)
  }
}

/** A calculation is written out where it is used. */
function calculated(node: Node, into: Reading): { node: Node; into: Reading } | undefined {
  const source = node.is === 'ref' ? into.calculations.get(node.name) : undefined
  if (node.is !== 'ref' || source === undefined) return undefined
  if (into.depth > 10) throw new Untranslatable(`\${${node.name}}`)
  into.used.add(node.name)
  return { node: parseXPath(source), into: { ...into, depth: into.depth + 1 } }
}

/** The answer that is meant, as this house writes it. */
function answer(node: Node, into: Reading): { said: string; known: Known } {
  if (node.is === 'call' && node.name === 'indexed-repeat') return repeated(node, into)
  const name = node.is === 'self' ? into.self : node.is === 'ref' ? node.name : undefined
  const known = name === undefined ? undefined : into.questions.get(name)
  if (!known) throw new Untranslatable(shown(node))
  if (known.group !== undefined && known.group !== into.group) throw new Untranslatable(`${shown(node)} (repeat)`)
  return { said: `\${${known.key}}`, known }
}

function repeated({ of }: Extract<Node, { is: 'call' }>, into: Reading): { said: string; known: Known } {
  const [asked, repeat, place] = of
  const known = asked?.is === 'ref' ? into.questions.get(asked.name) : undefined
  const group = repeat?.is === 'ref' ? into.groups.get(repeat.name) : undefined
  if (!known || !group || of.length !== 3) throw new Untranslatable('indexed-repeat()')
  if (place?.is === 'call' && place.name === 'position' && place.of[0]?.is === 'parent') {
    return { said: `\${${group.group}[item].${known.key}}`, known }
  }
  const item = place?.is === 'number' ? group.items[place.value - 1] : undefined
  if (item === undefined) throw new Untranslatable('indexed-repeat()')
  return { said: `\${${group.group}[${item}].${known.key}}`, known }
}

function shown(node: Node): string {
  switch (node.is) {
    case 'ref':
      return `\${${node.name}}`
    case 'call':
      return `${node.name}()`
    case 'self':
      return '.'
    case 'parent':
      return '..'
    case 'lookup':
      return `instance('${node.list}')`
    case 'binary':
      return node.op
    default:
      return String(node.value)
  }
}
