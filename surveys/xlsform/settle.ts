// What was read from a form is judged like any file; a condition that is refused is left out and told, until the rest stands.
import { keyOf } from '../definition/addresses.ts'
import { assumedMinutes } from '../definition/burden.ts'
import type { Questionnaire } from '../definition/model.ts'
import type { Path, Refusal } from '../definition/reading.ts'
import { resolve } from '../definition/resolving.ts'
import { allRules } from '../definition/rules/all.ts'
import { questionnaireFile } from '../definition/schema.ts'
import { isPlain } from '../definition/sealing.ts'
import { refusalsOfZod } from '../definition/zod-refusals.ts'
import { readXlsform } from './import.ts'
import { type Line, type Sheet, shortened } from './model.ts'

export type ImportedForm = {
  /** as an author would have written it, for a file; parts that were refused are no longer in it */
  readonly file: Readonly<Record<string, unknown>>
  /** self-contained, as it would be sealed; undefined where `refusals` say what stands against it */
  readonly questionnaire: Questionnaire | undefined
  /** by keys: what must be put right by hand */
  readonly refusals: readonly string[]
  readonly lines: readonly Line[]
}

/**
 * @param others the newest version of each questionnaire, by slug: checks may look at them
 * @returns undefined where this is no XLSForm
 */
export function importXlsform(
  sheets: readonly Sheet[],
  others: ReadonlyMap<string, Questionnaire>,
): ImportedForm | undefined {
  const read = readXlsform(sheets)
  if (!read) return undefined
  const lines = [...read.lines]
  const file = structuredClone(read.file)
  if (!read.hasMinutes) file.minutes = 1
  for (let round = 0; ; round++) {
    const { questionnaire, refusals } = judge(file, others)
    if (questionnaire) {
      if (!read.hasMinutes) {
        file.minutes = assumedMinutes(questionnaire)
        lines.push({
          sheet: 'settings',
          row: 2,
          column: '',
          what: '',
          why: 'minutes',
          detail: String(file.minutes),
          effect: 'changed',
        })
        return {
          file,
          questionnaire: { ...questionnaire, minutes: assumedMinutes(questionnaire) },
          refusals: [],
          lines,
        }
      }
      return { file, questionnaire, refusals: [], lines }
    }
    const dropped = backwards(refusals).flatMap((refusal) => drop(file, refusal))
    lines.push(...dropped)
    if (dropped.length === 0 || round > 20) {
      return {
        file,
        questionnaire: undefined,
        refusals: refusals.map(({ path, message }) => `${keyOf(file, path)}: ${message}`),
        lines,
      }
    }
  }
}

/**
 * The file of a form once more, as it comes back from a page.
 * @returns undefined where it is none, or where something stands against it
 */
export function judgedForm(file: unknown, others: ReadonlyMap<string, Questionnaire>): Questionnaire | undefined {
  return isPlain(file) ? judge(file, others).questionnaire : undefined
}

function judge(
  file: Readonly<Record<string, unknown>>,
  others: ReadonlyMap<string, Questionnaire>,
): { questionnaire?: Questionnaire; refusals: Refusal[] } {
  const result = questionnaireFile.safeParse(file)
  if (!result.success) return { refusals: refusalsOfZod(result.error, file) }
  const catalogues = new Map()
  const questionnaire = resolve(result.data, catalogues)
  const path = `questionnaires/${questionnaire.questionnaire}/${questionnaire.version}.yaml`
  const refusals = allRules({ path, file: result.data, questionnaire, catalogues, newest: others })
  const against = refusals.filter(({ isForPublishing }) => !isForPublishing)
  return against.length === 0 ? { questionnaire, refusals: [] } : { refusals: against }
}

/** Checks from the last to the first, each once: leaving one out moves those behind it. */
function backwards(refusals: readonly Refusal[]): Refusal[] {
  const placeOf = ({ path }: Refusal) => (path[0] === 'checks' ? Number(path[1] ?? -1) : -1)
  const once = refusals.filter((one, index) => {
    const place = placeOf(one)
    return place < 0 || refusals.findIndex((other) => placeOf(other) === place) === index
  })
  return once.toSorted((a, b) => placeOf(b) - placeOf(a))
}

/** Leaves out a condition, or the check that holds it; anything else is for the author. */
function drop(file: Record<string, unknown>, { path, message }: Refusal): Line[] {
  const last = path.at(-1)
  const isCheck = path[0] === 'checks' && path.length > 1
  if (last !== 'show_if' && last !== 'required' && !isCheck) return []
  const target: Path = isCheck ? path.slice(0, 2) : path
  const holder = target.slice(0, -1).reduce<unknown>((here, step) => memberOf(here, step), file)
  const was = memberOf(holder, target.at(-1) ?? '')
  if (was === undefined) return []
  const line: Line = {
    sheet: 'survey',
    row: 0,
    column: last === 'show_if' ? 'relevant' : isCheck ? 'constraint' : 'required',
    what: shortened(typeof was === 'string' ? was : JSON.stringify(was)),
    why: 'refused',
    detail: `${keyOf(file, path)}: ${message}`,
    effect: 'lost',
  }
  if (Array.isArray(holder)) holder.splice(Number(target.at(-1)), 1)
  else delete (holder as Record<string, unknown>)[String(target.at(-1))]
  return [line]
}

function memberOf(holder: unknown, step: string | number): unknown {
  if (Array.isArray(holder)) return holder[Number(step)]
  return typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[step] : undefined
}
