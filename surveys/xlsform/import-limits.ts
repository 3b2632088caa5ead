// What a constraint asks of an answer: limits of the question where they are some, a check that blocks where they are not.
import { type Incoming, sayNode, Untranslatable } from './expressions-in.ts'
import { type Node, parseXPath } from './xpath.ts'

export type Limits = Readonly<Record<string, number | string | readonly string[]>>
export type ReadConstraint = {
  readonly limits: Limits
  /** what must hold beside the limits, as this house writes it */
  readonly rest: string | undefined
  /** why parts of it cannot be read, each in the words of the format */
  readonly unread: readonly string[]
}

/**
 * @param type of the question here; `integer`: a number without decimals
 * @param known parts that a check says already: they are not read again
 * @throws XPathError where nothing of it can be read
 */
export function readConstraint(source: string, type: string, known: string, into: Incoming): ReadConstraint {
  const said = new Set(known === '' ? [] : conjuncts(parseXPath(known)).map((node) => JSON.stringify(node)))
  const limits: Record<string, number | string | string[]> = {}
  const [rest, unread] = [[] as string[], [] as string[]]
  for (const node of conjuncts(parseXPath(source))) {
    const limit = limitOf(node, type)
    if (limit?.name === 'exclusive') {
      const key = into.options.get(into.questions.get(into.self ?? '')?.list ?? '')?.get(String(limit.value))
      limits.exclusive = [...((limits.exclusive as string[] | undefined) ?? []), ...(key === undefined ? [] : [key])]
    } else if (limit) limits[limit.name] = limit.value
    else if (!said.has(JSON.stringify(node))) say(node, into, rest, unread)
  }
  return {
    limits,
    rest: rest.length === 0 ? undefined : rest.map((one) => (rest.length > 1 ? `(${one})` : one)).join(' and '),
    unread,
  }
}

function say(node: Node, into: Incoming, rest: string[], unread: string[]): void {
  try {
    rest.push(sayNode(node, into))
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error
    unread.push(error.message)
  }
}

const conjuncts = (node: Node): Node[] =>
  node.is === 'binary' && node.op === 'and' ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node]

type Limit = { readonly name: string; readonly value: number | string }

function limitOf(node: Node, type: string): Limit | undefined {
  if (node.is === 'call') return type === 'multi' ? exclusive(node) : undefined
  if (node.is !== 'binary') return undefined
  const isMirrored =
    node.left.is === 'number' || (node.left.is === 'call' && (node.left.name === 'today' || node.left.name === 'date'))
  const [measured, bound] = isMirrored ? [node.right, node.left] : [node.left, node.right]
  const op = isMirrored ? MIRRORED[node.op] : node.op
  const what = measuredBy(measured)
  if (what === 'length' && (type === 'text' || type === 'long_text'))
    return whole(op, bound, 'min_length', 'max_length')
  if (what === 'count' && (type === 'multi' || type === 'ranking')) {
    const most = whole(op, bound, 'fewest', 'max_choices')
    return most?.name === 'max_choices' && Number(most.value) >= 1 ? most : undefined
  }
  if (what !== 'self') return undefined
  if (type === 'integer') return whole(op, bound, 'min', 'max') ?? number(op, bound)
  if (type === 'number') return number(op, bound)
  return type === 'date' ? date(op, bound) : undefined
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function measuredBy(node: Node): 'self' | 'length' | 'count' | undefined {
  if (node.is === 'self') return 'self'
  if (node.is !== 'call' || node.of[0]?.is !== 'self') return undefined
  if (node.name === 'string-length') return 'length'
  return node.name === 'count-selected' ? 'count' : undefined
}

/** Of whole numbers, `< 5` is `<= 4`. */
function whole(op: string | undefined, bound: Node, least: string, most: string): Limit | undefined {
  const value = numberOf(bound)
  if (value === undefined || !Number.isInteger(value)) return undefined
  if (op === '>=') return value >= 0 || least === 'min' ? { name: least, value } : undefined
  if (op === '>') return { name: least, value: value + 1 }
  if (op === '<=') return { name: most, value }
  return op === '<' ? { name: most, value: value - 1 } : undefined
}

function number(op: string | undefined, bound: Node): Limit | undefined {
  const value = numberOf(bound)
  if (value === undefined) return undefined
  if (op === '>=') return { name: 'min', value }
  return op === '<=' ? { name: 'max', value } : undefined
}

/** `-5` is read as `0 - 5`. */
function numberOf(node: Node): number | undefined {
  if (node.is === 'number') return node.value
  const isNegative = node.is === 'binary' && node.op === '-' && node.left.is === 'number' && node.left.value === 0
  return isNegative && node.right.is === 'number' ? -node.right.value : undefined
}

function date(op: string | undefined, bound: Node): Limit | undefined {
  const written =
    bound.is === 'text' ? bound.value : bound.is === 'call' && bound.of[0]?.is === 'text' ? bound.of[0].value : ''
  const value =
    bound.is === 'call' && bound.name === 'today' ? 'today' : /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : undefined
  if (value === undefined) return undefined
  if (op === '>=') return { name: 'min', value }
  return op === '<=' ? { name: 'max', value } : undefined
}

/** `not(selected(., 'none') and count-selected(.) > 1)`: chosen alone. */
function exclusive({ name, of }: Extract<Node, { is: 'call' }>): Limit | undefined {
  const [inside] = of
  if (name !== 'not' || inside?.is !== 'binary' || inside.op !== 'and') return undefined
  const { left, right } = inside
  const isChosen =
    left.is === 'call' && left.name === 'selected' && left.of[0]?.is === 'self' && left.of[1]?.is === 'text'
  const isMore =
    right.is === 'binary' &&
    measuredBy(right.left) === 'count' &&
    right.right.is === 'number' &&
    ((right.op === '>' && right.right.value === 1) || (right.op === '>=' && right.right.value === 2))
  if (!isChosen || !isMore || left.is !== 'call') return undefined
  const choice = left.of[1]
  return choice?.is === 'text' ? { name: 'exclusive', value: choice.value } : undefined
}
