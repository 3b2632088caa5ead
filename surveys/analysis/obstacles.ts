// Obstacles named in a question of several choices: how many delegations name each, and how often over all items.
import type { Field, Option } from '#surveys/definition/model.ts'
import { baseOf, isTooSmall, voicesIn } from './disclosure.ts'
import type { Base, View } from './model.ts'
import { chosenKeys, fieldsAt, refOf } from './refs.ts'

export type ObstacleRow = {
  readonly option: Option
  /** delegations that name it at least once */
  readonly countries: number
  /** how often it is named over all items of the group; the same as `countries` outside a group */
  readonly times: number
}

export type ObstacleTable = {
  readonly ref: string
  /** the question, at its first item */
  readonly field: Field
  readonly section: string
  /** n of N: those who answered for at least one item */
  readonly base: Base
  readonly isHidden: boolean
  /** most frequent first; equal ones in the order of the list; those that nobody names are left out */
  readonly rows: readonly ObstacleRow[]
}

/**
 * @param exclude options that say "none": they count as an answer, never as an obstacle
 * @returns undefined when there is no such question
 */
export function obstaclesOf(view: View, ref: string, exclude: readonly string[]): ObstacleTable | undefined {
  const fields = fieldsAt(view.codebook, ref)
  const [field] = fields
  if (!field) return undefined
  const said = voicesIn(view, field.section)
    .map(({ cells }) => fields.flatMap((one) => chosenKeys(one, cells.get(one.name)) ?? []))
    .filter((keys) => keys.length > 0)
  const isHidden = isTooSmall(view, said.length)
  const rows = field.options
    .filter((option) => !exclude.includes(option.key))
    .map((option) => ({
      option,
      countries: said.filter((keys) => keys.includes(option.key)).length,
      times: said.flat().filter((key) => key === option.key).length,
    }))
  const named = rows.filter((row) => row.countries > 0)
  return {
    ref: refOf(field),
    field,
    section: field.section,
    base: baseOf(view, field.section, said.length),
    isHidden,
    rows: isHidden ? [] : named.sort((a, b) => b.countries - a.countries || b.times - a.times),
  }
}
