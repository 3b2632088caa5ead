// The words of the interface, from locales/: one i18next per language, read once at start.
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import i18next from 'i18next'
import { LANGUAGES, type Language } from './languages.ts'
import { type Digits, type Messages, type Translate, translator } from './translate.ts'

export type Words = {
  /** `t` of one language; numbers in its sentences are written with the digits asked for */
  t(language: Language, digits?: Digits): Translate
  /** what a browser needs to say some namespaces itself */
  messages(language: Language, namespaces: readonly string[]): Messages
}

/** Of the project's folder, where the program is started: built, this file lies elsewhere. */
const FOLDER = pathToFileURL('locales/')

/**
 * Reads all words and makes them sayable.
 * @param onMissing hears of a key that no file has; in tests it should throw
 */
export function createWords(onMissing: (language: Language, key: string) => void, folder = FOLDER): Words {
  const read = LANGUAGES.map((language) => [language, readLanguage(language, folder)] as const)
  const resources = Object.fromEntries(read) as Record<Language, Messages>
  const said = new Map<string, Translate>()
  return {
    t(language, digits = 'latn') {
      const name = `${language}-${digits}`
      const known = said.get(name)
      if (known) return known
      const t = translator(i18next.createInstance(), { language, digits, resources, onMissing })
      said.set(name, t)
      return t
    },
    messages: (language, namespaces) =>
      Object.fromEntries(namespaces.map((namespace) => [namespace, resources[language][namespace] ?? {}])),
  }
}

function readLanguage(language: Language, folder: URL): Messages {
  const home = new URL(`${language}/`, folder)
  const files = readdirSync(home).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, home), 'utf8'))]),
  )
}
