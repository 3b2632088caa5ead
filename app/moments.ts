// Dates and times as people of each language write them: the month as a word, the time zone always named.
import type { Language } from './languages.ts'
import { type Digits, localeOf } from './translate.ts'

export type Reader = { readonly language: Language; readonly digits: Digits; readonly timeZone: string }

export type Moments = {
  /** `14 January 2027`; an ISO date (`2027-01-14`) is the same day everywhere, an instant is that of the reader's zone */
  date(when: string | Date): string
  /** `14:03` */
  time(when: string | Date): string
  /** `14 January 2027, 14:03` */
  moment(when: string | Date): string
  /** `Thursday 14 January 2027, 18:00`; the zone is said beside it */
  deadline(when: string | Date): string
  /** `14 Jan, 14:03`, for tables */
  short(when: string | Date): string
}

/** In the Arab States of the east, months have Syriac names, in the west French ones: an official text gives both. */
const ARABIC_MONTHS = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيو',
  'تموز/يوليو',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
]

/** The name of a month, 1 to 12, for the date field and for tables. */
export function monthName(month: number, language: Language): string {
  if (language === 'ar') return ARABIC_MONTHS[month - 1] ?? ''
  return formatterOf(localeOf(language, 'latn'), { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, month - 1, 1)),
  )
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Kept once it is made: making one costs more than writing a hundred dates, and a page of answers writes hundreds. */
export function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formatters.set(name, made)
  return made
}

export function momentsOf(reader: Reader): Moments {
  const { language, digits, timeZone } = reader
  const locale = localeOf(language, digits)
  const format = (options: Intl.DateTimeFormatOptions, when: string | Date) => {
    const isDay = typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)
    const zone = isDay ? 'UTC' : timeZone
    const parts = formatterOf(locale, { ...options, timeZone: zone, hourCycle: 'h23' }).formatToParts(new Date(when))
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
  }
  const day = (when: string | Date, withWeekday: boolean) => {
    const { weekday, day, month, year } = format(
      { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      when,
    )
    const name = language === 'ar' ? ARABIC_MONTHS[monthOf(when, timeZone) - 1] : month
    const first = language === 'fr' && day === '1' ? '1er' : day
    return `${withWeekday ? `${weekday}${language === 'ar' ? '، ' : ' '}` : ''}${first} ${name} ${year}`
  }
  const time = (when: string | Date) => {
    const { hour, minute } = format({ hour: '2-digit', minute: '2-digit' }, when)
    return language === 'fr' ? `${hour} h ${minute}` : `${hour}:${minute}`
  }
  const comma = language === 'ar' ? '، ' : ', '
  const at = { en: ', ', fr: ' à ', ar: '، الساعة ' }[language]
  return {
    date: (when) => day(when, false),
    time,
    moment: (when) => `${day(when, false)}${at}${time(when)}`,
    deadline: (when) => `${day(when, true)}${at}${time(when)}`,
    short: (when) => {
      const { day, month } = format({ day: 'numeric', month: language === 'ar' ? 'long' : 'short' }, when)
      return `${day} ${month}${comma}${time(when)}`
    },
  }
}

function monthOf(when: string | Date, timeZone: string): number {
  const zone = typeof when === 'string' && when.length === 10 ? 'UTC' : timeZone
  return Number(formatterOf('en', { month: 'numeric', timeZone: zone }).format(new Date(when)))
}
