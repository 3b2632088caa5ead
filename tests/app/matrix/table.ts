// Reads the table of expectations, and says what each of its words means in every form of a request.

import type { Places } from '../../support/places.ts'
import { PEOPLE, TABLE, USUAL } from './expectations.ts'

export type Row = {
  readonly method: 'GET' | 'POST'
  /** as in the floor plan, with a slash in front */
  readonly route: string
  /** the address, without a question mark */
  path(places: Places): string
  /** what is asked for behind the question mark, or what the form says */
  fields(places: Places): URLSearchParams
  /** one for each of PEOPLE */
  readonly cells: readonly string[]
  /** for messages */
  readonly title: string
}

/** @throws naming the first line that cannot be read, or lacks a cell */
export const readTable = (): Row[] =>
  TABLE.split('\n')
    .filter((line) => /^(?:GET|POST) /.test(line))
    .map(readRow)

function readRow(line: string): Row {
  const [method, route = '', ...words] = line.trim().split(/\s+/)
  const given = words.filter((word) => word.includes('='))
  const cells = words.slice(given.length)
  if (method !== 'GET' && method !== 'POST') throw new Error(`Neither GET nor POST: ${line}`)
  if (cells.length !== PEOPLE.length) throw new Error(`${cells.length} cells for ${PEOPLE.length} people: ${line}`)
  const wrong = cells.find((cell) => !/^(?:[234]\d\d(?:\/[234]\d\d)?|door)$/.test(cell))
  if (wrong) throw new Error(`Neither a status below 500 nor "door": ${wrong} in ${line}`)
  const values = new Map(given.map((word) => word.split('=', 2) as [string, string]))
  const parameters = [...route.matchAll(PARAMETER)].map(([word, name]) => name ?? word)
  return {
    method,
    route,
    path: (places) => route.replace(PARAMETER, (word, name = word) => standsFor(values, name, places)),
    fields: (places) =>
      new URLSearchParams(
        [...values].filter(([name]) => !parameters.includes(name)).map(([name, value]) => [name, places(value, name)]),
      ),
    cells,
    title: [method, route, ...given].join(' '),
  }
}

const PARAMETER = /:(\w+)\??|\*/g

function standsFor(values: ReadonlyMap<string, string>, name: string, places: Places): string {
  const value = values.get(name) ?? USUAL[name]
  if (value === undefined) throw new Error(`Nothing stands for ${name}.`)
  return places(value, name)
}

/** The statuses that a cell means: of the page (and HEAD) or the form, and of data. */
export function meaning(cell: string, method: Row['method']): { readonly page: number; readonly data: number } {
  if (cell === 'door') return { page: method === 'GET' ? 303 : 307, data: 401 }
  const [page = 0, data = page] = cell.split('/').map(Number)
  // Single fetch says "elsewhere" with 202, and the place in the body.
  return { page, data: data >= 300 && data < 400 ? 202 : data }
}
