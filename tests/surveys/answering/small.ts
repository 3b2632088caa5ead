// A small questionnaire with every type of question, for the tests of answering; and cells and forms in one line.
import { emptyCell } from '#surveys/answering/cells.ts'
import { partsOfCell } from '#surveys/answering/entering.ts'
import { formNames } from '#surveys/answering/form.ts'
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { compile } from '#surveys/definition/codebook.ts'
import type { Codebook, Field, Option, Question, Questionnaire } from '#surveys/definition/model.ts'

export const TODAY = '2026-11-24'

const label = (words: string) => ({ en: words, fr: `${words} (fr)`, ar: `${words} (ar)` })

/** Options from `key` or `key=value`. */
function options(...written: string[]): Option[] {
  return written.map((one) => {
    const [key = '', value] = one.split('=')
    return { key, label: label(key), ...(value !== undefined && { value: Number(value) }) }
  })
}

function ask(key: string, type: Question['type'], more: object = {}): Question {
  const usual = {
    required: false,
    absence: ['na', 'nap', 'pns'],
    comment: true,
    confidentiality: 'regional',
    label: label(key),
  }
  return { ...usual, key, type, ...more } as Question
}

const GIVEN = "${coverage} = 'partly' or ${coverage} = 'largely'"

const QUESTIONNAIRE: Questionnaire = {
  questionnaire: 'small',
  version: '1.0.0',
  languages: ['en', 'fr', 'ar'],
  title: label('Small'),
  minutes: 5,
  lists: {
    basis: options('statute', 'treaty', 'none'),
    reach: options('airports', 'seaports', 'customs', 'none'),
    topic: options('drafting', 'evidence', 'networks', 'languages'),
    area: options('evidence', 'training'),
    priority: options('p0=0', 'p1=1', 'p2=2', 'p3=3', 'p4=4', 'p5=5'),
    urgency: options('u1=1', 'u2=2'),
    coverage: options('none=0', 'partly=1', 'largely=2'),
    donor: options('unodc', 'interpol'),
  },
  sections: [
    {
      key: 'facts',
      title: label('Facts'),
      items: [
        ask('unit', 'text', { max_length: 20, required: true }),
        ask('story', 'long_text', { min_length: 10, max_length: 60, show_if: "${basis} = 'statute'" }),
        ask('days', 'number', { min: 0, max: 3650, decimals: 0, unit: label('days') }),
        ask('rate', 'number', { min: -5, decimals: 3 }),
        ask('informed', 'date', { max: 'today', min: '2000-01-01' }),
        ask('basis', 'single', { list: 'basis', required: true }),
        ask('contact', 'yes_no', { list: 'yes_no', absence: ['na'], comment: false }),
        ask('reach', 'multi', { list: 'reach', exclusive: ['none'], max_choices: 2 }),
        ask('topics', 'ranking', { list: 'topic', max_choices: 3 }),
        ask('papers', 'file', { max_files: 2, max_megabytes: 1, accept: ['pdf', 'jpg'] }),
        ask('sure', 'confirm', { required: true, absence: [] }),
      ],
    },
    {
      key: 'needs',
      title: label('Needs'),
      items: [
        {
          group: 'needs',
          for_each: 'area',
          layout: 'cards',
          label: label('Needs'),
          questions: [
            ask('priority', 'scale', { list: 'priority', required: true }),
            ask('urgency', 'single', { list: 'urgency', required: true, show_if: '${priority} >= 1', absence: [] }),
            ask('reason', 'long_text', { max_length: 500, required: '${priority} >= 4' }),
          ],
        },
        { note: label('A note') },
      ],
    },
    {
      key: 'support',
      title: label('Support'),
      items: [
        {
          group: 'support',
          for_each: 'area',
          layout: 'table',
          label: label('Support'),
          questions: [
            ask('coverage', 'single', { list: 'coverage', show_if: '${needs[item].priority} >= 3' }),
            ask('donor', 'multi', { list: 'donor', exclusive: [], show_if: GIVEN }),
          ],
        },
      ],
    },
  ],
  checks: [
    check('no_statute_but_sure', 'block', "${basis} = 'none' and ${days} > 0", 'days'),
    check(
      'critical_but_covered',
      'explain',
      "${coverage} = 'largely' and ${needs[item].priority} = 5",
      'coverage',
      'support',
    ),
    check('tell_more', 'note', '${days} >= 1000', 'story'),
    check('fewer_days', 'note', '${days} < ${previous:days}', 'days'),
    check(
      'elsewhere_no_need',
      'explain',
      '${priority} >= 3 and ${other:needs[item].priority} = 0',
      'priority',
      'needs',
    ),
  ],
  analysis: {},
  changes: [],
}

function check(key: string, level: 'block' | 'explain' | 'note', when: string, at: string, group?: string) {
  return { key, level, when, at, message: label(key), ...(group && { in: group }) }
}

export const SMALL: Codebook = compile(QUESTIONNAIRE)

/** The field of this name. */
export function fieldOf(name: string, codebook: Codebook = SMALL): Field {
  const field = codebook.byName.get(name)
  if (!field) throw new Error(`no field ${name}`)
  return field
}

/** Cells by field: a value, or part of a cell. */
export function cellsOf(given: Record<string, Cell['value'] | Partial<Cell>>): Map<string, Cell> {
  return new Map(
    Object.entries(given).map(([field, said]) => {
      const isValue = said === null || typeof said !== 'object' || Array.isArray(said)
      const part: Partial<Cell> = isValue ? { value: said as Cell['value'] } : (said as Partial<Cell>)
      return [field, { ...emptyCell(field), ...part }]
    }),
  )
}

/** A form with these entries; each name that has no `~` is said to be on the form, unless its revision is given. */
export function formOf(entries: Record<string, string | readonly string[]>): FormData {
  const form = new FormData()
  for (const [name, entry] of Object.entries(entries)) {
    for (const text of typeof entry === 'string' ? [entry] : entry) form.append(name, text)
    const field = name.split('~')[0] ?? name
    if (name !== 'act' && !form.has(`${field}~revision`) && !(`${field}~revision` in entries)) {
      form.append(`${field}~revision`, '0')
    }
  }
  return form
}

/** The form as a page renders it for these cells: what a browser sends when nothing is touched. */
export function renderedForm(fields: readonly Field[], cells: Cells, language: string): FormData {
  const form = new FormData()
  for (const field of fields) {
    const cell = cells.get(field.name)
    const names = formNames(field.name)
    const parts = partsOfCell(field, cell, language)
    if (field.question.type === 'date') {
      form.append(names.day, parts[0] ?? '')
      form.append(names.month, parts[1] ?? '')
      form.append(names.year, parts[2] ?? '')
    } else if (field.question.type === 'file') form.append(names.link, cell?.typed ?? '')
    else for (const part of parts) form.append(names.value, part.replaceAll('\n', '\r\n'))
    if (field.question.absence.length > 0) form.append(names.absence, cell?.absence ?? '')
    if (field.question.comment) form.append(names.comment, (cell?.comment ?? '').replaceAll('\n', '\r\n'))
    form.append(names.revision, '3')
  }
  return form
}
