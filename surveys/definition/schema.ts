// The file format of a questionnaire, a catalogue and a roster: which keys there are, what each holds, what is assumed.
import { z } from 'zod'
import { analysis } from './analysis-schema.ts'
import { ABSENCES } from './model.ts'
import {
  date,
  expression,
  key,
  kind,
  languages,
  lists,
  reference,
  slug,
  texts,
  version,
  whole,
} from './schema-parts.ts'

/** What may be attached: the endings whose content the house can recognise. */
export const FILE_ENDINGS = ['pdf', 'docx', 'xlsx', 'pptx', 'jpg', 'png'] as const

const asked = {
  key,
  label: texts,
  help: texts.optional().describe('Guidance, collapsed: what to count and what not'),
  required: z
    .union([z.boolean(), expression], { error: 'expected true, false, or an expression' })
    .default(false)
    .describe('true, false, or an expression'),
  show_if: expression.optional().describe('Asked only where this holds'),
  absence: z
    .array(z.enum(ABSENCES as ['na', 'nap', 'pns']))
    .default([...ABSENCES])
    .describe('na: not available, nap: not applicable, pns: prefers not to state. [] refuses all three'),
  comment: z.boolean().default(true).describe('false refuses the optional comment'),
  confidentiality: z.enum(['regional', 'pmt_only', 'contact']).default('regional'),
}

const choices = whole.min(1).optional()

const question = z
  .discriminatedUnion(
    'type',
    [
      kind({ ...asked, type: z.literal('text'), min_length: whole.optional(), max_length: whole.min(1).default(300) }),
      kind({
        ...asked,
        type: z.literal('long_text'),
        min_length: whole.optional(),
        max_length: whole.min(1).default(4000),
      }),
      kind({
        ...asked,
        type: z.literal('number'),
        min: z.number().optional(),
        max: z.number().optional(),
        decimals: whole.max(6).default(2),
        unit: texts.optional(),
      }),
      kind({ ...asked, type: z.literal('date'), min: date.optional(), max: date.optional() }),
      kind({ ...asked, type: z.literal('single'), list: key }),
      kind({ ...asked, type: z.literal('scale'), list: key }),
      kind({ ...asked, type: z.literal('yes_no') }),
      kind({ ...asked, type: z.literal('yes_partly_no') }),
      kind({
        ...asked,
        type: z.literal('multi'),
        list: key,
        max_choices: choices,
        exclusive: z.array(key).default([]).describe('Options that are chosen alone'),
      }),
      kind({ ...asked, type: z.literal('ranking'), list: key, max_choices: choices }),
      kind({
        ...asked,
        type: z.literal('file'),
        max_files: whole.min(1).max(50).default(5),
        max_megabytes: whole.min(1).max(16).default(10),
        accept: z.array(z.enum(FILE_ENDINGS)).min(1).default(['pdf', 'docx', 'xlsx', 'jpg', 'png']),
      }),
      kind({ ...asked, type: z.literal('confirm'), absence: asked.absence.default([]) }),
    ],
    { error: (issue) => (issue.code === 'invalid_union' ? unknownType(issue.options) : undefined) },
  )
  .meta({ id: 'question' })

function unknownType(types: unknown): string {
  return `expected a type of question: ${Array.isArray(types) ? types.join(', ') : 'text, single, …'}`
}

const group = kind({
  group: key,
  for_each: key.describe('The list or catalogue over which the questions are repeated'),
  layout: z.enum(['cards', 'table']).default('cards').describe('cards: one block per item, table: one row per item'),
  label: texts,
  questions: z.array(question).min(1),
})

const note = kind({ note: texts })

const section = kind({
  key,
  title: texts,
  intro: texts.optional(),
  items: z.array(z.union([question, group, note])).min(1),
})

const check = kind({
  key,
  in: key.optional().describe('The group to judge item by item'),
  when: expression,
  level: z
    .enum(['block', 'explain', 'note'])
    .describe('block: cannot be submitted, explain: only with a comment, note: shown'),
  at: key.describe('The question where the message stands'),
  message: texts,
})

const change = kind({
  key: reference,
  change: z.enum(['same', 'reworded', 'changed', 'new', 'withdrawn']),
  reason: texts.optional(),
  maps: z.record(key, key).optional().describe('Options: from the version before to this one'),
})

export const questionnaireFile = kind({
  questionnaire: slug,
  version,
  languages,
  title: texts,
  intro: texts.optional(),
  minutes: whole.min(1).describe('What it costs the respondent, honestly'),
  catalogues: z.array(key).default([]),
  lists: lists.default({}),
  sections: z.array(section).min(1),
  checks: z.array(check).default([]),
  analysis: analysis.default({}),
  changes: z.array(change).default([]).describe('Against the version before; what is not named is the same'),
})
export type QuestionnaireFile = z.output<typeof questionnaireFile>
