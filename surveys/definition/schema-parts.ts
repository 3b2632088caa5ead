// The small parts of the file format: keys, texts, versions, dates, expressions, lists.
import { z } from 'zod'

/**
 * A map with exactly these keys. What is refused names the key, and says which there are.
 * @returns a zod schema whose messages read after "here: "
 */
export function kind<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `is not known here; expected one of ${known}` : undefined),
  })
}

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: 'expected a key: lower-case letters, digits and _, beginning with a letter' })
  .meta({ id: 'key' })

export const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: 'expected a name: lower-case letters and digits, joined by hyphens',
})

/** `question`, or `group.question`. */
export const reference = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/, {
    error: 'expected a question, or group.question',
  })
  .meta({ id: 'reference' })

export const version = z.string().regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/, {
  error: 'expected a version of three numbers, such as 1.0.0',
})

const language = z.string().regex(/^[a-z]{2,3}$/, { error: 'expected a language code, such as en' })

export const languages = z.array(language).min(1).describe('The first is the source language')

/** Words by language. Which languages must be there, the file itself says; that is checked afterwards. */
export const texts = z.record(z.string(), z.string()).meta({ id: 'texts', description: 'Words by language' })

export const expression = z.string().min(1).meta({ id: 'expression', description: `For example \${priority} >= 4` })

export const whole = z.int().min(0)

/** An ISO date of the calendar, or `today`. */
export const date = z.string().refine((entry) => entry === 'today' || isDate(entry), {
  error: 'expected a date such as 2018-01-24, or today',
})

function isDate(entry: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(entry)) return false
  const time = Date.parse(`${entry}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(entry)
}

const options = z
  .array(
    kind({
      key,
      value: z.number().optional().describe('Where order matters: what comparisons and scores use'),
      label: texts,
      description: texts.optional(),
      pillar: key.optional(),
    }),
  )
  .min(1)

export const lists = z.record(key, options)

export const catalogueFile = kind({ catalogue: key, languages, title: texts.optional(), items: options })
export type CatalogueFile = z.output<typeof catalogueFile>

export const rosterFile = kind({
  roster: slug,
  languages,
  title: texts,
  countries: z
    .array(
      kind({
        code: z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, { error: 'expected a code of capitals, such as XA' }),
        label: texts,
        note: texts.optional().describe('Printed where the name stands for the first time on a page'),
      }),
    )
    .min(1),
})
