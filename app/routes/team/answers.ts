// How the team's actions answer: the same page with what is wrong, or the next page with what was done.
import { data, redirect } from '@remix-run/node'
import type { FormReading } from './reading.ts'

/** The page again, with status 400: nothing was changed, everything typed is still there. */
export function again({ problems, values }: Pick<FormReading, 'problems' | 'values'>) {
  return data({ problems, values }, 400)
}

/**
 * The page after the deed.
 * @param done a word of `team:done`, said once on the page
 */
export function done(path: string, word?: string, anchor = ''): Response {
  return redirect(`${path}${word ? `?done=${word}` : ''}${anchor}`, 303)
}

/** The word that the page was asked to say; only words that are known are said. */
export function doneWord<T extends string>(url: URL, known: readonly T[]): T | null {
  return known.find((word) => word === url.searchParams.get('done')) ?? null
}
