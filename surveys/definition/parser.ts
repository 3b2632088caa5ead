// From the words of an expression to its tree: or, and, comparison, sum, product, term, each binding closer than the last.
import type { Expression, Ref } from './model.ts'
import { ExpressionError, type Token, tokenise } from './tokens.ts'

type Compared = '=' | '!=' | '<' | '<=' | '>' | '>='
type Calculated = '+' | '-' | '*' | 'div'
const COMPARED: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Compared[]
const FUNCTIONS: readonly string[] = ['not', 'selected', 'count-selected', 'answered', 'today']

/** Real expressions need three or four; a bound keeps a hostile file from filling the stack. */
const DEPTH_MAX = 50

/** Reads one expression; afterwards it knows where in the source each part of the tree stands. */
export class Parser {
  readonly #tokens: readonly Token[]
  /** by part of the tree, or by its ref: where it begins */
  readonly offsets = new Map<object, number>()
  #at = 0
  #depth = 0

  constructor(source: string) {
    this.#tokens = tokenise(source)
  }

  whole(): Expression {
    const expression = this.#either()
    if (this.#next.is !== 'end') this.#refuse('`and`, `or`, an operator, or the end')
    return expression
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token
  }

  #either(): Expression {
    let left = this.#both()
    while (this.#takes('word', 'or')) left = { op: 'or', left, right: this.#both() }
    return left
  }

  #both(): Expression {
    let left = this.#comparison()
    while (this.#takes('word', 'and')) left = { op: 'and', left, right: this.#comparison() }
    return left
  }

  #comparison(): Expression {
    const { offset } = this.#next
    const left = this.#sum()
    const op = this.#operator(COMPARED) as Compared | undefined
    if (!op) return left
    const right = this.#sum()
    if (this.#next.is === 'sign' && COMPARED.includes(this.#next.value)) {
      throw new ExpressionError('two things are compared at a time; join comparisons with `and`', this.#next.offset)
    }
    return this.#placed({ op, left, right }, offset)
  }

  #sum(): Expression {
    let left = this.#product()
    for (let op = this.#operator(['+', '-']); op; op = this.#operator(['+', '-'])) {
      left = { op: op as Calculated, left, right: this.#product() }
    }
    return left
  }

  #product(): Expression {
    let left = this.#term()
    for (let op = this.#operator(['*', 'div']); op; op = this.#operator(['*', 'div'])) {
      left = { op: op as Calculated, left, right: this.#term() }
    }
    return left
  }

  #term(): Expression {
    if (++this.#depth > DEPTH_MAX) throw new ExpressionError('this is nested too deeply', this.#next.offset)
    const { offset } = this.#next
    const term = this.#placed(this.#anyTerm(), offset)
    this.#depth--
    return term
  }

  #anyTerm(): Expression {
    const token = this.#next
    if (token.is === 'word') return this.#call(token.value)
    if (this.#takes('sign', '(')) return this.#closed(this.#either())
    if (this.#takes('sign', '-')) return { op: '-', left: { op: 'number', value: 0 }, right: this.#term() }
    if (token.is === 'ref') return { op: 'ref', ...this.#ref() }
    if (token.is !== 'text' && token.is !== 'number') return this.#refuse(`\${key}, 'text', a number, a function or (`)
    this.#at++
    return token.is === 'text' ? { op: 'text', value: token.value } : { op: 'number', value: token.value }
  }

  #call(name: string): Expression {
    if (!FUNCTIONS.includes(name)) this.#refuse(`one of ${FUNCTIONS.map((known) => `${known}(…)`).join(', ')}`)
    this.#at++
    if (!this.#takes('sign', '(')) this.#refuse('(')
    switch (name) {
      case 'today':
        return this.#closed({ op: 'today' })
      case 'not':
        return this.#closed({ op: 'not', of: this.#either() })
      case 'answered':
        return this.#closed({ op: 'answered', ref: this.#ref() })
      case 'count-selected':
        return this.#closed({ op: 'count_selected', ref: this.#ref() })
      default:
        return this.#closed(this.#selected())
    }
  }

  #selected(): Expression {
    const ref = this.#ref()
    if (!this.#takes('sign', ',')) this.#refuse(`a comma and the option: selected(\${key}, 'option')`)
    const option = this.#next
    if (option.is !== 'text') return this.#refuse("the option's key between single quotes")
    this.#at++
    return { op: 'selected', ref, option: option.value }
  }

  #ref(): Ref {
    const token = this.#next
    if (token.is !== 'ref') return this.#refuse(`\${key}`)
    this.#at++
    this.offsets.set(token.ref, token.offset)
    return token.ref
  }

  #placed<E extends Expression>(expression: E, offset: number): E {
    if (!this.offsets.has(expression)) this.offsets.set(expression, offset)
    return expression
  }

  #closed(expression: Expression): Expression {
    if (!this.#takes('sign', ')')) this.#refuse(')')
    return expression
  }

  #operator(allowed: readonly string[]): string | undefined {
    const token = this.#next
    if ((token.is !== 'sign' && token.is !== 'word') || !allowed.includes(token.value)) return undefined
    this.#at++
    return token.value
  }

  #takes(is: 'sign' | 'word', value: string): boolean {
    const token = this.#next
    if (token.is !== is || token.value !== value) return false
    this.#at++
    return true
  }

  #refuse(expected: string): never {
    const token = this.#next
    const found = token.is === 'end' ? 'the end' : token.is === 'ref' ? 'a reference' : `\`${token.value}\``
    throw new ExpressionError(`found ${found}; expected ${expected}`, token.offset)
  }
}
