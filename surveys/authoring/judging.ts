// What is wrong with a draft: the same rules as for files, each refusal with the element in which it stands.

import { BUILTIN_LISTS } from '#surveys/definition/builtin.ts'
import type { Question, Questionnaire } from '#surveys/definition/model.ts'
import type { Refusal } from '#surveys/definition/reading.ts'
import { resolve } from '#surveys/definition/resolving.ts'
import { allRules } from '#surveys/definition/rules/all.ts'
import { questionnaireFile } from '#surveys/definition/schema.ts'
import { refusalsOfZod } from '#surveys/definition/zod-refusals.ts'
import { type Address, addressAt } from './addresses.ts'

export type DraftProblem = {
  readonly address: Address
  /** the key in which it stands: `show_if`, `label`, `list` */
  readonly part: string
  /** as the program says it for files, in English */
  readonly message: string
  /** a text that is missing in this language */
  readonly language: string | null
  /** characters from the beginning of an expression; null where it is none */
  readonly offset: number | null
  /** the draft can be worked on and seen, not be published */
  readonly isForPublishing: boolean
}

export type Judged = {
  readonly problems: readonly DraftProblem[]
  /** the document as it would be sealed; null where its shape is wrong */
  readonly sealed: Questionnaire | null
}

/**
 * @param newest the highest published version of each questionnaire by slug, for references to others
 */
export function judgeDraft(draft: Questionnaire, newest: ReadonlyMap<string, Questionnaire>): Judged {
  const written = asFile(draft)
  const parsed = questionnaireFile.safeParse(written)
  const say = (refusals: readonly Refusal[]) => refusals.map((refusal) => problemOf(draft, refusal))
  if (!parsed.success) return { problems: say(refusalsOfZod(parsed.error, written)), sealed: null }
  const catalogues = new Map()
  const questionnaire = resolve(parsed.data, catalogues)
  const path = `questionnaires/${draft.questionnaire}/${draft.version}.yaml`
  const around = new Map([...newest, [draft.questionnaire, questionnaire]])
  const refusals = allRules({ path, file: parsed.data, questionnaire, catalogues, newest: around })
  return { problems: say(refusals), sealed: questionnaire }
}

/** A sealed document as its author would write it: what the program adds by itself is left out again. */
function asFile(draft: Questionnaire): object {
  const lists = Object.entries(draft.lists).filter(([name]) => !Object.hasOwn(BUILTIN_LISTS, name))
  const written = (question: Question) => {
    if (question.type !== 'yes_no' && question.type !== 'yes_partly_no') return question
    const { list: _, ...rest } = question
    return rest
  }
  const sections = draft.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => {
      if ('note' in item) return item
      return 'group' in item ? { ...item, questions: item.questions.map(written) } : written(item)
    }),
  }))
  return { ...draft, lists: Object.fromEntries(lists), sections }
}

function problemOf(draft: Questionnaire, refusal: Refusal & { readonly language?: string }): DraftProblem {
  const { path, message, offset, language, isForPublishing } = refusal
  const named = path.filter((step) => typeof step === 'string' && step !== language)
  return {
    address: addressAt(draft, path),
    part: String(named.at(-1) ?? ''),
    message,
    language: language ?? null,
    offset: offset ?? null,
    isForPublishing: isForPublishing ?? false,
  }
}
