// The elements of a questionnaire that are compared: each with a key of its own, its texts, its settings, its options.
import { itemsOf, optionsOf } from '../codebook.ts'
import type { Group, Option, Question, Questionnaire, Section, Text } from '../model.ts'
import type { EntryKind } from './model.ts'

/** What is compared of one element, whatever its kind. */
export type Element = {
  readonly kind: EntryKind
  readonly key: string
  readonly section: string | null
  /** the group of a question */
  readonly group: string | null
  readonly title: Text
  readonly texts: Readonly<Record<string, Text>>
  /** everything else that is written, by its key */
  readonly settings: Readonly<Record<string, unknown>>
  readonly type?: Question['type']
  readonly options: readonly Option[]
  /** what this element's place is counted among: its section's elements, or its group's questions */
  readonly among: string
}

/** Keys that are compared as texts, as options, or as the place. */
const APART = new Set(['key', 'type', 'label', 'help', 'unit', 'group', 'questions'])

/** Every element by `kind:key`, in reading order; the questionnaire itself first, checks and analysis last. */
export function elementsOf(questionnaire: Questionnaire): Map<string, Element> {
  const { title, intro, minutes, languages, analysis } = questionnaire
  const none = { section: null, group: null, options: [], among: '' }
  const all: Element[] = [
    {
      ...none,
      kind: 'questionnaire',
      key: questionnaire.questionnaire,
      title,
      texts: withoutGaps({ title, intro }),
      settings: { minutes, languages },
    },
    ...questionnaire.sections.flatMap((section) => ofSection(questionnaire, section)),
    ...questionnaire.checks.map(({ key, message, ...settings }): Element => {
      return { ...none, kind: 'check', key, title: message, texts: { message }, settings }
    }),
    ...Object.entries(analysis).map(([key, settings]): Element => {
      return { ...none, kind: 'analysis', key, title: {}, texts: {}, settings }
    }),
  ]
  return new Map(all.map((element) => [`${element.kind}:${element.key}`, element]))
}

function ofSection(questionnaire: Questionnaire, section: Section): Element[] {
  const { key, title, intro, items } = section
  const notes = items.flatMap((item) => ('note' in item ? [item.note] : []))
  const named = Object.fromEntries(notes.map((note, index) => [`note ${index + 1}`, note]))
  const head: Element = {
    kind: 'section',
    key,
    section: null,
    group: null,
    title,
    texts: { ...withoutGaps({ title, intro }), ...named },
    settings: {},
    options: [],
    among: 'sections',
  }
  const rest = items.flatMap((item) => {
    if ('note' in item) return []
    return 'group' in item ? ofGroup(questionnaire, key, item) : [ofQuestion(questionnaire, key, item)]
  })
  return [head, ...rest]
}

function ofGroup(questionnaire: Questionnaire, section: string, group: Group): Element[] {
  const head: Element = {
    kind: 'group',
    key: group.group,
    section,
    group: null,
    title: group.label,
    texts: { label: group.label },
    settings: settingsOf(group),
    options: itemsOf(questionnaire, group.for_each),
    among: `section ${section}`,
  }
  return [head, ...group.questions.map((question) => ofQuestion(questionnaire, section, question, group))]
}

function ofQuestion(questionnaire: Questionnaire, section: string, question: Question, group?: Group): Element {
  const { key, type, label, help } = question
  const unit = 'unit' in question ? question.unit : undefined
  return {
    kind: 'question',
    key: group ? `${group.group}.${key}` : key,
    section,
    group: group?.group ?? null,
    title: label,
    texts: withoutGaps({ label, help, unit }),
    settings: settingsOf(question),
    type,
    options: type === 'confirm' ? [] : optionsOf(questionnaire, question),
    among: group ? `group ${group.group}` : `section ${section}`,
  }
}

function settingsOf(written: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(written).filter(([key]) => !APART.has(key)))
}

function withoutGaps(texts: Readonly<Record<string, Text | undefined>>): Record<string, Text> {
  return Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text ? [[key, text]] : [])))
}
