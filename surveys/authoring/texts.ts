// Every text of a draft by a place that stays when its element is moved, and the same draft with other words at some places.
import type { Option, Question, Questionnaire, Text } from '#surveys/definition/model.ts'
import { type Address, addressOfItem, type Content, contentOf } from './addresses.ts'

/** A text that people read. `place`: the element's address, and the part of it: `question:needs.priority/label`. */
export type DraftText = {
  readonly place: string
  readonly address: Address
  /** the section, the list … under which it is shown: an address */
  readonly part: Address
  readonly text: Text
}

type Named = Readonly<Record<string, Text | undefined>>

/** In reading order: the questionnaire, its sections, lists, checks, and the reasons of its changes. */
export function textsOfDraft(draft: Questionnaire): DraftText[] {
  const at = (address: Address, part: Address, texts: Named): DraftText[] =>
    Object.entries(texts).flatMap(([name, text]) =>
      text ? [{ place: `${address}/${name}`, address, part, text }] : [],
    )
  return [
    ...at('head', 'head', { title: draft.title, intro: draft.intro }),
    ...draft.sections.flatMap((section) => {
      const part = `section:${section.key}`
      return [
        ...at(part, part, { title: section.title, intro: section.intro }),
        ...section.items.flatMap((item) => {
          const address = addressOfItem(section, item)
          if ('note' in item) return at(address, part, { note: item.note })
          if (!('group' in item)) return at(address, part, questionTexts(item))
          const inside = item.questions.flatMap((one) =>
            at(`question:${item.group}.${one.key}`, part, questionTexts(one)),
          )
          return [...at(address, part, { label: item.label }), ...inside]
        }),
      ]
    }),
    ...Object.entries(draft.lists)
      .filter(([name]) => !name.startsWith('yes_'))
      .flatMap(([name, options]) =>
        options.flatMap((option) => at(`list:${name}`, `list:${name}`, optionTexts(option))),
      ),
    ...draft.checks.flatMap(({ key, message }) => at(`check:${key}`, 'checks', { message })),
    ...draft.changes.flatMap(({ key, reason }) => at(`change:${key}`, 'changes', { reason })),
  ]
}

function questionTexts(question: Question): Named {
  return { label: question.label, help: question.help, unit: 'unit' in question ? question.unit : undefined }
}

const optionTexts = ({ key, label, description }: Option): Named => ({
  [`${key}.label`]: label,
  [`${key}.description`]: description,
})

/** The element with other words in one language; undefined where there is no such text. */
export function withWords(
  draft: Questionnaire,
  place: string,
  language: string,
  words: string,
): { address: Address; content: Content } | undefined {
  const cut = place.lastIndexOf('/')
  const [address, name] = [place.slice(0, cut), place.slice(cut + 1)]
  const content = contentOf(draft, address)
  if (!content || content.of === null) return undefined
  if (content.kind === 'list') {
    const [key = '', part = ''] = name.split('.')
    const of = content.of.map((option) => (option.key === key ? said(option, part, language, words) : option))
    return { address, content: { kind: 'list', of } }
  }
  return { address, content: { kind: content.kind, of: said(content.of as object, name, language, words) } as Content }
}

function said<T extends object>(element: T, part: string, language: string, words: string): T {
  const { [language]: _, ...others } = (element as Record<string, Text>)[part] ?? {}
  return { ...element, [part]: words === '' ? others : { ...others, [language]: words } }
}
