// The words, for components: which language the page speaks, and what it says.
import { createContext, type ReactNode, useContext } from 'react'
import { directionOf, type Language } from '../languages.ts'
import { type Moments, momentsOf } from '../moments.ts'
import { type Digits, localeOf, type Translate } from '../translate.ts'

export type Speech = Moments & {
  readonly t: Translate
  readonly language: Language
  readonly dir: 'ltr' | 'rtl'
  readonly digits: Digits
  /** the zone in which the moments are written: the account's, else the programme's */
  readonly timeZone: string
  /** a number as the language writes it; `decimals` fixes how many there are */
  number(value: number, decimals?: number): string
  /** `a, b and c` */
  list(items: readonly string[]): string
  /** moments in another zone, such as the meeting's */
  inZone(timeZone: string): Moments
  /** `Brussels time` */
  zone(timeZone: string): string
}
type Speaker = {
  readonly t: Translate
  readonly language: Language
  readonly digits: Digits
  readonly timeZone: string
}

const Context = createContext<Speech | null>(null)

/** `t`, the language, its direction, and how numbers, lists and times are written for this reader. */
export function useWords(): Speech {
  const speech = useContext(Context)
  if (!speech) throw new Error('useWords needs Speaking around it')
  return speech
}

/** Everything inside speaks this language. */
export function Speaking({ speaker, children }: { speaker: Speaker; children: ReactNode }) {
  return <Context.Provider value={speechOf(speaker)}>{children}</Context.Provider>
}

const numbers = new Map<string, Intl.NumberFormat>()
const lists = new Map<string, Intl.ListFormat>()

/** Made once per language and number of decimals: making one takes a hundred times longer than writing a number. */
function numbersOf(locale: string, decimals: number | undefined): Intl.NumberFormat {
  const key = `${locale} ${decimals}`
  const known = numbers.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals ?? 3,
  })
  numbers.set(key, made)
  return made
}

function listsOf(locale: string): Intl.ListFormat {
  const known = lists.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' })
  lists.set(locale, known)
  return known
}

export function speechOf({ t, language, digits, timeZone }: Speaker): Speech {
  const locale = localeOf(language, digits)
  const inZone = (zone: string) => momentsOf({ language, digits, timeZone: zone })
  return {
    ...inZone(timeZone),
    t,
    language,
    dir: directionOf(language),
    digits,
    timeZone,
    number: (value, decimals) => numbersOf(locale, decimals).format(value),
    list: (items) => listsOf(locale).format(items),
    inZone,
    zone: (name) => t(`zones.${name}`, { defaultValue: name }),
  }
}
