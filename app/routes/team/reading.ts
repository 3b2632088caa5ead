// Reads the team's forms: what cannot be used becomes a problem with its field, and everything typed is kept.
import { westernDigits } from '#surveys/answering/characters.ts'
import { readDate, readText } from '#surveys/answering/entries.ts'
import type { TeamProblem } from '../../components/team/fields.tsx'
import { LANGUAGES } from '../../languages.ts'

export type FormReading = ReturnType<typeof readForm>

type TextRules = { readonly max: number; readonly isOptional?: boolean; readonly isLong?: boolean }

/** Reads one form; `problems` fills while its fields are read. A field that is wrong reads as its empty value. */
export function readForm(form: FormData) {
  const problems: TeamProblem[] = []
  const raw = (name: string) => String(form.get(name) ?? '')
  const refuse = (field: string, code: string, values?: TeamProblem['values']) => {
    problems.push({ field, code, values })
  }
  const text = (name: string, { max, isOptional = false, isLong = false }: TextRules): string => {
    const read = readText(raw(name), { maxLength: max, isOneLine: !isLong })
    if ('problem' in read) refuse(name, read.problem, read.values)
    else if (read.value !== null) return read.value
    else if (!isOptional) refuse(name, missingCode(name))
    return ''
  }
  return {
    problems,
    refuse,
    raw,
    text,
    /** what was sent, for the page that shows it again */
    values: valuesOf(form),
    /** an address in lower case, by its form only: what does not exist is refused by its own server */
    email(name: string): string {
      const address = text(name, { max: 254 }).toLowerCase()
      if (!address || /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]+$/.test(address)) return address
      refuse(name, 'not_an_address')
      return ''
    },
    /** lower case letters, digits and hyphens, as they stand in an address */
    slug(name: string): string {
      const value = raw(name).trim().toLowerCase()
      if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value) && value.length <= 60) return value
      refuse(name, value ? 'slug' : missingCode(name))
      return ''
    },
    /** one of the offered; `''` when it is not */
    choice<T extends string>(name: string, offered: readonly T[]): T | '' {
      const chosen = offered.find((one) => one === raw(name))
      if (chosen === undefined) refuse(name, missingCode(name))
      return chosen ?? ''
    },
    /** the same words in each language of the interface: all of them, or it is refused */
    words(name: string, max = 160): Record<string, string> {
      return Object.fromEntries(LANGUAGES.map((language) => [language, text(`${name}.${language}`, { max })]))
    },
    /** ISO date; null when nothing was entered, or what was entered is no date */
    day(name: string, { isOptional = false } = {}): string | null {
      const [day, month, year] = [raw(`${name}~day`), raw(`${name}~month`), raw(`${name}~year`)]
      const read = readDate({ day, month, year })
      if ('problem' in read) refuse(name, read.problem)
      else if (read.value === null && !isOptional) refuse(name, missingCode(name))
      return 'value' in read ? read.value : null
    },
    /** a whole number of days, in any digits; null when it is none */
    days(name: string): number | null {
      const entry = westernDigits(raw(name)).trim()
      if (/^\d{1,3}$/.test(entry)) return Number(entry)
      refuse(name, entry ? 'not_days' : missingCode(name))
      return null
    },
    /** `HH:MM`; six in the evening when nothing was entered */
    time(name: string): string {
      const entry = westernDigits(raw(`${name}~time`)).trim() || '18:00'
      const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.h]\s?(\d{2}))?$/.exec(entry) ?? []
      if (hour !== '' && Number(hour) < 24 && Number(minute) < 60) return `${hour.padStart(2, '0')}:${minute}`
      refuse(name, 'not_a_time')
      return '18:00'
    },
  }
}

/** `title.fr` has a sentence of its own, which names the language. */
const missingCode = (name: string) => `${name.replace('.', '_')}_missing`

function valuesOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value.slice(0, 5000)
  return values
}
