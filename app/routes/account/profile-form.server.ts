// Reads the form of one's own account: what was typed wrong comes back as a problem, what nobody could choose as a 400.
import type { Profile } from '#db/profiles.ts'
import { readText } from '#surveys/answering/entries.ts'
import { badRequest } from '../../access.server.ts'
import type { Problem } from '../../components/account/fields.tsx'
import { LANGUAGES } from '../../languages.ts'
import { ZONES } from '../team/zones.ts'
import { textOf } from './answers.server.ts'

type Reading = {
  /** null when something is wrong */
  readonly profile: Profile | null
  readonly problems: readonly Problem[]
  readonly typed: Readonly<Record<string, string>>
}

/** @param keptZone the account's own, which stays even if it is not in the list */
export function readProfile(form: FormData, keptZone: string | null): Reading {
  const fields = ['name', 'language', 'digits', 'timeZone'] as const
  const typed = Object.fromEntries(fields.map((field) => [field, textOf(form, field)]))
  const language = oneOf(['', ...LANGUAGES], typed.language) || null
  const digits = oneOf(['latn', 'arab'], typed.digits)
  const timeZone = oneOf(['', ...ZONES, ...(keptZone ? [keptZone] : [])], typed.timeZone) || null
  const name = readText(typed.name ?? '', { maxLength: 200, isOneLine: true })
  if ('problem' in name) {
    const code = name.problem === 'too_long' ? 'long_name' : 'bad_name'
    return { profile: null, problems: [{ field: 'name', code }], typed }
  }
  if (name.value === null) return { profile: null, problems: [{ field: 'name', code: 'no_name' }], typed }
  return { profile: { name: name.value, language, digits, timeZone }, problems: [], typed }
}

function oneOf<T extends string>(offered: readonly T[], chosen: string | undefined): T {
  const found = offered.find((one) => one === chosen)
  if (found === undefined) throw badRequest()
  return found
}
