// How a key becomes a sentence: i18next with our settings, on the server and on the few pages that run scripts.
import type { FormatterModule, i18n, Resource } from 'i18next'
import type { Language } from './languages.ts'

export type Digits = 'latn' | 'arab'
/** namespace → keys and sentences */
export type Messages = Readonly<Record<string, Readonly<Record<string, unknown>>>>
/**
 * The sentence of a key such as `answer:section.saved`; without a namespace, `common`. A plural is chosen by `count`.
 * Numbers are written as the language writes them; a year or a code is therefore given as text. `defaultValue` is said
 * where no key is, for names that cannot all be foreseen.
 */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

type Settings = {
  readonly language: Language
  readonly digits: Digits
  readonly resources: Readonly<Record<string, Messages>>
  readonly onMissing: (language: Language, key: string) => void
}

/** The locale for `Intl`: Arabic with Western digits unless the person wants the others. */
export function localeOf(language: Language, digits: Digits): string {
  const region = { en: 'en-GB', fr: 'fr-FR', ar: 'ar' }[language]
  return language === 'ar' ? `${region}-u-nu-${digits}` : region
}

/** Makes `t` of one language. */
export function translator(instance: i18n, { language, digits, resources, onMissing }: Settings): Translate {
  const numbers = new Intl.NumberFormat(localeOf(language, digits))
  const write = (value: unknown) => (typeof value === 'number' ? numbers.format(value) : String(value))
  instance.use(writing(write))
  instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: resources as Resource,
    ns: Object.keys(resources[language] ?? {}),
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    returnEmptyString: false,
    saveMissing: true,
    saveMissingTo: 'current',
    missingKeyHandler(_languages, namespace, key, _fallback, _update, options) {
      if (options?.defaultValue === undefined) onMissing(language, `${namespace}:${key}`)
    },
    // React and the mail templates escape; twice would show.
    interpolation: { escapeValue: false, alwaysFormat: true },
  })
  // A sentence without blanks is always the same; a page of answers says some of them a hundred times.
  const plain = new Map<string, string>()
  const sentenceOf = sentences(instance, language)
  return (key, values) => {
    if (values?.defaultValue !== undefined) return instance.t(key, { ...values })
    if (values) return sentenceOf(key, values).replace(BLANK, (_, name: string) => write(values[name]))
    const known = plain.get(key) ?? instance.t(key)
    plain.set(key, known)
    return known
  }
}

/** `{{name}}`: the only thing in our sentences that is filled in. */
const BLANK = /\{\{(\w+)\}\}/g

/** The sentence of a key with its blanks. i18next looks for each form of it once: looking costs more than filling it in. */
function sentences(instance: i18n, language: Language) {
  const plurals = new Intl.PluralRules(language)
  const found = new Map<string, string>()
  return (key: string, values: Readonly<Record<string, string | number>>): string => {
    const { count } = values
    // Zero has a form of its own where a file gives one, in languages whose grammar has none.
    const form = typeof count !== 'number' ? '' : count === 0 ? '0' : plurals.select(count)
    const name = `${key} ${form}`
    const known = found.get(name) ?? instance.t(key, { ...values, skipInterpolation: true })
    found.set(name, known)
    return known
  }
}

/** How a value in a sentence is written, in place of i18next's own formats. */
function writing(format: (value: unknown) => string): FormatterModule {
  return { type: 'formatter', init() {}, add() {}, addCached() {}, format }
}
