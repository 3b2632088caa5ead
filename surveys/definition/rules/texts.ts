// Texts that are missing in one of the languages, and languages that are not among those of the file.
import type { Path, Refusal } from '../reading.ts'
import { isPlain, TEXT_KEYS } from '../sealing.ts'

export type TextRefusal = Refusal & { readonly language: string }

/**
 * The source language must always be there; another one may be missing until the file is published.
 * @param languages of the file; the first is the source
 */
export function refusalsOfTexts(document: object, languages: readonly string[]): TextRefusal[] {
  const refusals: TextRefusal[] = []
  const walk = (value: unknown, path: Path) => {
    for (const [key, member] of membersOf(value)) {
      const isText = typeof key === 'string' && TEXT_KEYS.has(key) && isPlain(member)
      if (isText) refusals.push(...refusalsOfText(member, [...path, key], languages))
      else walk(member, [...path, key])
    }
  }
  walk(document, [])
  return refusals
}

function membersOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()]
  return isPlain(value) ? Object.entries(value) : []
}

function refusalsOfText(text: Record<string, unknown>, path: Path, languages: readonly string[]): TextRefusal[] {
  const [source] = languages
  const missing = languages.filter((language) => String(text[language] ?? '').trim() === '')
  const foreign = Object.keys(text).filter((language) => !languages.includes(language))
  return [
    ...missing.map((language) => ({
      language,
      path: language in text ? [...path, language] : path,
      message: `the text in \`${language}\` is missing${language === source ? ', the source language' : ''}`,
      isForPublishing: language !== source,
    })),
    ...foreign.map((language) => ({
      language,
      path: [...path, language],
      message: `\`${language}\` is not one of the languages of this file: ${languages.join(', ')}`,
      isAtKey: true,
    })),
  ]
}
