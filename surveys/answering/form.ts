// The names on an answering page's form, and what its buttons ask for. Pages write these names, reading.ts reads them.
import { isRankMove, type RankMove } from './ranking.ts'

/** What a form sent, by name; files are left out. */
export type Posted = ReadonlyMap<string, readonly string[]>

/**
 * The form names of one field. `value` is repeated for choices and rankings; `revision` says that the field was on
 * the form.
 * After a conflict, `choice` is mine, theirs or merged, and `seen` the colleague's revision that the choice was made
 * on.
 */
type FormNames = {
  readonly value: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly link: string
  readonly absence: string
  readonly comment: string
  readonly revision: string
  readonly choice: string
  readonly seen: string
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
    seen: `${field}~seen`,
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

/**
 * restore: let the field apply again · answer-again: lift its absence · clear: take the answer back · add-link,
 * upload: more attachments ·
 * choose: do what `choice` says · join: put both answers of a conflict together
 */
const FIELD_VERBS = ['restore', 'answer-again', 'clear', 'add-link', 'upload', 'choose', 'join'] as const
type FieldVerb = (typeof FIELD_VERBS)[number]

/** What the pressed button asks for besides keeping what was typed. */
export type Act =
  | { readonly kind: 'save' | 'stay' }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'rank'; readonly field: string; readonly move: RankMove; readonly option: string }
  | { readonly kind: FieldVerb; readonly field: string }
  /** `id`: the stored file's, or the address of a link */
  | { readonly kind: 'remove-file'; readonly field: string; readonly id: string }

/**
 * Reads the value of a button named `act`: `save`, `stay`, `language:ar`, `rank-up:<field>:<option>`,
 * `remove-file:<field>:<id>`,
 * and `restore:<field>` like the other verbs of a field.
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
  const fieldVerb = FIELD_VERBS.find((one) => one === verb)
  if (fieldVerb) return { kind: fieldVerb, field: first }
  if (verb === 'remove-file' && rest !== '') return { kind: 'remove-file', field: first, id: rest }
  return { kind: 'stay' }
}
