// The forms of a draft's declarations: what an author says of one change, and the version number that the changes ask for.
import { type Address, contentOf } from '#surveys/authoring/addresses.ts'
import { declarationOf, mappingOf } from '#surveys/authoring/declarations.ts'
import type { Edit } from '#surveys/authoring/edits.ts'
import { compareQuestionnaires } from '#surveys/definition/comparison/compare.ts'
import type { Change, ChangeKind, Questionnaire } from '#surveys/definition/model.ts'
import type { FormReading } from '../reading.ts'
import type { OpenDraft } from './draft.server.ts'

export type Declared = {
  readonly edit: Edit
  readonly base: string | null
  /** the field that a refusal belongs to */
  readonly field: string
  readonly anchor: string
}
const KINDS: readonly ChangeKind[] = ['same', 'reworded', 'changed', 'new', 'withdrawn']

/** @returns undefined where the form says nothing that can be kept; its problems say why */
export function declaredIn(draft: OpenDraft, form: FormReading): Declared | undefined {
  const [act, key = ''] = form.raw('act').split(':')
  if (act === 'version') return versioned(draft, form)
  if (act !== 'declare' || !/^[a-z][a-z0-9_.]*$/.test(key)) {
    form.refuse('act', 'act_missing')
    return undefined
  }
  const change = KINDS.find((one) => one === form.raw(`${key}~change`))
  const reason = Object.fromEntries(
    draft.document.languages.flatMap((language) => {
      const words = form.text(`${key}~reason.${language}`, { max: 1000, isLong: true, isOptional: true })
      return words === '' ? [] : [[language, words]]
    }),
  )
  const of: Change | null = change ? declarationOf({ key, change, reason, maps: mapsIn(form, key, draft) }) : null
  if (form.problems.length > 0) return undefined
  const address: Address = `change:${key}`
  const edit: Edit = { act: 'write', address, content: { kind: 'change', of } }
  return { edit, base: form.raw('base'), field: `${key}~change`, anchor: `#declare-${key.replace('.', '-')}` }
}

/** Options of then that have their place among those of now, where the author says that they do. */
function mapsIn(form: FormReading, key: string, { document, published }: OpenDraft): Record<string, string> | null {
  const before = published.at(-1)
  if (form.raw(`${key}~mapped`) !== 'yes' || !before) return null
  const entry = compareQuestionnaires(before, document).entries.find(
    (one) => one.kind === 'question' && one.key === key,
  )
  const mapping = entry && mappingOf(entry, before, document)
  const pairs = (mapping?.was ?? []).flatMap((option): [string, string][] => {
    const to = form.raw(`${key}~map.${option.key}`)
    return mapping?.is.some((one) => one.key === to) ? [[option.key, to]] : []
  })
  return Object.fromEntries(pairs)
}

function versioned({ document }: { readonly document: Questionnaire }, form: FormReading): Declared | undefined {
  const version = form.raw('version')
  const head = contentOf(document, 'head')
  if (!/^\d+\.\d+\.\d+$/.test(version) || head?.kind !== 'head') {
    form.refuse('version', 'version_missing')
    return undefined
  }
  const edit: Edit = { act: 'write', address: 'head', content: { kind: 'head', of: { ...head.of, version } } }
  return { edit, base: null, field: 'version', anchor: '' }
}
