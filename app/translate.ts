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
  instance.use(writing((value) => (typeof value === 'number' ? numbers.format(value) : String(value))))
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
  return (key, values) => {
    if (values) return instance.t(key, { ...values })
    const known = plain.get(key) ?? instance.t(key)
    plain.set(key, known)
    return known
  }
}

/** How a value in a sentence is written, in place of i18next's own formats. */
function writing(format: (value: unknown) => string): FormatterModule {
  return { type: 'formatter', init() {}, add() {}, addCached() {}, format }
}
