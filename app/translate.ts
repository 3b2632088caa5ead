// How a key becomes a sentence: i18next with our settings, on the server and on the few pages that run scripts.
import type { i18n, Resource } from 'i18next'
import type { Language } from './languages.ts'

export type Digits = 'latn' | 'arab'
/** namespace → keys and sentences */
export type Messages = Readonly<Record<string, Readonly<Record<string, unknown>>>>
/**
 * The sentence of a key such as `answer:section.saved`; without a namespace, `common`. A plural is chosen by `count`.
 * Numbers are written as the language writes them; a year or a code is therefore given as text.
 */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

type Settings = {
  readonly language: Language
  readonly digits: Digits
  readonly resources: Resource
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
  instance.init({
    lng: language,
    fallbackLng: 'en',
    resources,
    ns: Object.keys(resources[language] ?? {}),
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    returnEmptyString: false,
    saveMissing: true,
    saveMissingTo: 'current',
    missingKeyHandler: (_languages, namespace, key) => onMissing(language, `${namespace}:${key}`),
    interpolation: {
      // React and the mail templates escape; twice would show.
      escapeValue: false,
      alwaysFormat: true,
      format: (value) => (typeof value === 'number' ? numbers.format(value) : String(value)),
    },
  })
  return (key, values) => instance.t(key, { ...values })
}
