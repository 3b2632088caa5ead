// The names on an answering page's form, and what its buttons ask for. Pages write these names, reading.ts reads them.
import { isRankMove, type RankMove } from './ranking.ts'

/** What a form sent, by name; files are left out. */
export type Posted = ReadonlyMap<string, readonly string[]>

/** The form names of one field. `value` is repeated for choices and rankings; `revision` says that the field was on the form. */
export type FormNames = {
  readonly value: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly link: string
  readonly absence: string
  readonly comment: string
  readonly revision: string
  readonly choice: string
}

/** The form names of the field of this name. */
export function formNames(field: string): FormNames {
  return {
    value: field,
    day: `${field}~day`,
    month: `${field}~month`,
    year: `${field}~year`,
    link: `${field}~link`,
    absence: `${field}~absence`,
    comment: `${field}~comment`,
    revision: `${field}~revision`,
    choice: `${field}~choice`,
  }
}

/** The texts of a form by name, in their order; documents are another form's matter. */
export function postedOf(form: FormData): Posted {
  const posted = new Map<string, string[]>()
  for (const [name, entry] of form) {
    if (typeof entry !== 'string') continue
    const entries = posted.get(name)
    if (entries) entries.push(entry)
    else posted.set(name, [entry])
  }
  return posted
}

/** What the pressed button asks for besides keeping what was typed. */
export type Act =
  | { readonly kind: 'save' | 'stay' }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'rank'; readonly field: string; readonly move: RankMove; readonly option: string }
  | { readonly kind: 'restore' | 'answer-again' | 'add-link'; readonly field: string }
  /** `id`: the stored file's, or the address of a link */
  | { readonly kind: 'remove-file'; readonly field: string; readonly id: string }

/**
 * Reads the value of a button named `act`: `save`, `stay`, `language:ar`, `rank-up:<field>:<option>`, `restore:<field>`,
 * `answer-again:<field>`, `add-link:<field>`, `remove-file:<field>:<id>`.
 * @returns save when there is none (the Enter key); stay for what this page does not know
 */
export function parseAct(act: string | null | undefined): Act {
  if (!act || act === 'save') return { kind: 'save' }
  const [verb = '', first = '', ...others] = act.split(':')
  const rest = others.join(':')
  const move = verb.startsWith('rank-') ? verb.slice('rank-'.length) : ''
  if (first === '') return { kind: 'stay' }
  if (isRankMove(move) && rest !== '') return { kind: 'rank', field: first, move, option: rest }
  if (verb === 'language') return { kind: 'language', language: first }
  if (verb === 'restore' || verb === 'answer-again' || verb === 'add-link') return { kind: verb, field: first }
  if (verb === 'remove-file' && rest !== '') return { kind: 'remove-file', field: first, id: rest }
  return { kind: 'stay' }
}
