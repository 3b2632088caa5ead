// Reads the sheet of a request to the facility as the team typed it.

import type { Scope } from '#surveys/analysis/needs.ts'
import { readNumber } from '#surveys/answering/numbers.ts'
import { CRITERIA } from '#surveys/debate/request-chain.ts'
import type { RequestSheet } from '#surveys/debate/request-sheet.ts'
import type { TeamVisit } from '../../access.server.ts'
import type { RequestWorld } from '../../plenary/request-world.server.ts'
import type { FormReading } from './reading.ts'

const MOST = 100_000
const SCOPES: readonly Scope[] = ['regional', 'subregional', 'national', 'none']

/** @returns undefined when something is wrong: `form` says what */
export function readSheet(visit: TeamVisit, world: RequestWorld, form: FormReading): RequestSheet | undefined {
  const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key)
  const among = <T extends string>(name: string, offered: readonly T[]): T[] =>
    offered.filter((one) => visit.form.getAll(name).includes(one))
  const optional = <T extends string>(name: string, offered: readonly T[]): T | null =>
    form.raw(name) ? form.choice(name, offered) || null : null
  const written = (name: string, max = 1000) => form.text(name, { max, isLong: true, isOptional: true })
  const codes = world.countries.map(({ code }) => code)
  const sheet = {
    title: form.words('title'),
    areas: among('areas', keys(world.areas)),
    countries: among('countries', codes),
    exceptional: written('exceptional'),
    lead: optional('lead', codes),
    scope: form.choice('scope', SCOPES),
    problem: written('problem', 6000),
    modality: optional('modality', keys(world.modalities)),
    format: written('format'),
    target: written('target'),
    place: written('place', 300),
    period: written('period', 300),
    partner: optional('partner', keys(world.partners)),
    support: written('support', 2000),
    measures: among('measures', keys(world.measures)),
    criteria: among('criteria', CRITERIA),
    participants: readCount(visit, form, 'participants'),
    days: readCount(visit, form, 'days'),
  }
  const { scope } = sheet
  return form.problems.length > 0 || !scope ? undefined : { ...sheet, scope }
}

/** A whole number, in any digits; null when nothing was entered. */
function readCount({ language }: TeamVisit, form: FormReading, name: string): number | null {
  const read = readNumber(form.raw(name), { decimals: 0, language })
  const count = 'value' in read ? read.value : -1
  if (count === null || (count >= 0 && count <= MOST)) return count
  form.refuse(name, 'not_a_count')
  return null
}
