// What zod found wrong, in the words of this house: what was found, what was expected, and where.
import type { z } from 'zod'
import type { Path, Refusal } from './reading.ts'
import { isPlain } from './sealing.ts'

type Issue = z.core.$ZodIssue

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
}

/** @param value what was judged, to see what is missing and which kind of item was meant */
export function refusalsOfZod(error: z.ZodError, value: unknown): Refusal[] {
  return error.issues.flatMap((issue) => refusalsOf(issue, value, []))
}

function refusalsOf(issue: Issue, value: unknown, base: Path): Refusal[] {
  const path = [...base, ...(issue.path as Path)]
  const found = valueAt(value, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: issue.message, isAtKey: true }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && isPlain(found)) {
    return meantBranch(issue.errors, found).flatMap((inner) => refusalsOf(inner, value, path))
  }
  if (issue.code === 'invalid_key') {
    return [{ path, message: issue.issues[0]?.message ?? 'expected a key', isAtKey: true }]
  }
  const isMissing = found === undefined && issue.path.length > 0
  return [{ path, message: isMissing ? `is missing; ${expectation(issue)}` : said(issue, found) }]
}

/** An item is a group where it says `group`, a note where it says `note`, and else a question: the order in the schema. */
function meantBranch(errors: readonly Issue[][], found: Record<string, unknown>): Issue[] {
  const branch = 'group' in found ? 1 : 'note' in found ? 2 : 0
  return errors[branch] ?? errors[0] ?? []
}

function said(issue: Issue, found: unknown): string {
  const shown = isPlain(found) ? 'a map of keys' : Array.isArray(found) ? 'a list' : shorten(String(found))
  const hint = issue.code === 'invalid_type' && issue.expected === 'string' && typeof found === 'number'
  return `found ${shown}; ${expectation(issue)}${hint ? ' between quotes' : ''}`
}

function shorten(text: string): string {
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${NAMES[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`
    case 'too_small':
      return issue.origin === 'array' ? 'expected at least one' : `expected ${issue.minimum} or more`
    case 'too_big':
      return `expected ${issue.maximum} or less`
    case 'invalid_union':
      return issue.errors.length > 1 && !issue.message.startsWith('expected')
        ? 'expected a question, a group or a note'
        : issue.message
    default:
      return issue.message
  }
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const step of path) {
    if (Array.isArray(here)) here = here[Number(step)]
    else if (isPlain(here)) here = here[step]
    else return undefined
  }
  return here
}
