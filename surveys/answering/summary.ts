// What a cell says, in words of the questionnaire and ready to be shown: for the check page, the team's reader, the
// receipt.
import type { Absence, Field, Option } from '#surveys/definition/model.ts'
import { inLanguage, type Wording } from '#surveys/definition/texts.ts'
import { isAttachments, isKeys } from './cells.ts'
import { partsOfTyped } from './entering.ts'
import type { Attachment, Cell, Value } from './model.ts'

/** A chosen option: its label, and its value where order matters. */
export type Chosen = Wording & { readonly key: string; readonly value: number | null }

/**
 * blank: nothing, or a comment alone · typed: an entry that cannot be read, one text per form field · text: with the
 * language it was written in ·
 * number: with its unit · ranking: in order, the first is rank 1. Words of the interface (absence, "confirmed") are
 * left to its locale files.
 */
export type Described =
  | { readonly kind: 'blank' }
  | { readonly kind: 'absence'; readonly absence: Absence }
  | { readonly kind: 'typed'; readonly entries: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly language: string | null }
  | { readonly kind: 'number'; readonly value: number; readonly unit: Wording | null }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'choice'; readonly option: Chosen }
  | { readonly kind: 'choices'; readonly options: readonly Chosen[] }
  | { readonly kind: 'ranking'; readonly options: readonly Chosen[] }
  | { readonly kind: 'files'; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'confirmed' }

/**
 * Describes a cell in the reader's language. The comment stays with the cell.
 * @param source the questionnaire's first language, which stands in for missing translations; by default the first of
 *   the label
 */
export function describeCell(
  field: Field,
  cell: Cell | undefined,
  language: string,
  source: string = Object.keys(field.question.label)[0] ?? language,
): Described {
  if (!cell) return { kind: 'blank' }
  if (cell.typed !== null) return { kind: 'typed', entries: partsOfTyped(field, cell.typed) }
  if (cell.absence !== null) return { kind: 'absence', absence: cell.absence }
  if (cell.value === null) return { kind: 'blank' }
  const chosen = (key: string): Chosen => chosenOption(field.options, key, language, source)
  return describeValue(field, cell.value, cell.language, {
    chosen,
    words: (text) => inLanguage(text, language, source),
  })
}

type Words = { chosen: (key: string) => Chosen; words: (text: Readonly<Record<string, string>>) => Wording }

function describeValue(field: Field, value: Value, written: string | null, { chosen, words }: Words): Described {
  const { question } = field
  switch (question.type) {
    case 'text':
    case 'long_text':
      return { kind: 'text', text: String(value), language: written }
    case 'number':
      return { kind: 'number', value: Number(value), unit: question.unit ? words(question.unit) : null }
    case 'date':
      return { kind: 'date', date: String(value) }
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
      return { kind: 'choice', option: chosen(String(value)) }
    case 'multi':
      return { kind: 'choices', options: isKeys(value) ? value.map(chosen) : [] }
    case 'ranking':
      return { kind: 'ranking', options: isKeys(value) ? value.map(chosen) : [] }
    case 'file':
      return { kind: 'files', attachments: isAttachments(value) ? value : [] }
    case 'confirm':
      return { kind: 'confirmed' }
  }
}

function chosenOption(options: readonly Option[], key: string, language: string, source: string): Chosen {
  const option = options.find((one) => one.key === key)
  // A key without its option is shown as it is: better than a blank.
  if (!option) return { key, value: null, words: key, language: source, isMissing: true }
  return { key, value: option.value ?? null, ...inLanguage(option.label, language, source) }
}
