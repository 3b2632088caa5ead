// The languages of the interface, and which of them a request is answered in.

export const LANGUAGES = ['en', 'fr', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language's name for itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', ar: 'العربية' }

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

export function isLanguage(word: unknown): word is Language {
  return typeof word === 'string' && (LANGUAGES as readonly string[]).includes(word)
}

/** The cookie's language, else the account's, else the first of `Accept-Language` that we speak, else English. */
export function languageOf(headers: Headers, account?: { readonly language: string | null } | null): Language {
  const chosen = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/.exec(headers.get('cookie') ?? '')?.[1]
  if (isLanguage(chosen)) return chosen
  if (isLanguage(account?.language)) return account.language
  return negotiate(headers.get('accept-language') ?? '')
}

function negotiate(accepted: string): Language {
  const wishes = accepted
    .slice(0, 200)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
      const weight = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2)
      return { code: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  const spoken = wishes.map(({ code }) => code).find(isLanguage)
  return spoken ?? 'en'
}

/** `Set-Cookie` for the language somebody chose; it says nothing about the person. */
export function languageCookie(language: Language, options: { readonly isSecure: boolean }): string {
  return `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${options.isSecure ? '; Secure' : ''}`
}

/** `Set-Cookie` that forgets the choice: the browser is asked again. */
export function noLanguageCookie(options: { readonly isSecure: boolean }): string {
  return `language=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly${options.isSecure ? '; Secure' : ''}`
}
