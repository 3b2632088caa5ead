// An XLSForm as a questionnaire of this house: the file that an author would have written, and what the form said besides.
import type { Option, Text } from '../definition/model.ts'
import type { Incoming } from './expressions-in.ts'
import { reportColumns } from './import-columns.ts'
import { readChanges, readChecks, readSettings } from './import-extras.ts'
import { isYesAndNo, type ReadLists, readLists } from './import-lists.ts'
import {
  knownOf,
  type Plan,
  type PlannedGroup,
  type PlannedQuestion,
  type PlannedSection,
  planOf,
} from './import-plan.ts'
import { inLanguages, OTHER, type Reading, readQuestion } from './import-questions.ts'
import { type Branch, lineAt, lostAt, treeOf } from './import-tree.ts'
import { type Languages, languagesOf, neededText, textOf } from './languages.ts'
import { CHANGES, CHECKS, type Line, REPORT, type Sheet } from './model.ts'
import { fromSheet } from './sheets.ts'
import { yesAndNoLines } from './yes-no.ts'

/** `file`: as YAML would hold it; it still has to be judged. */
export type Imported = {
  readonly file: Record<string, unknown>
  readonly lines: readonly Line[]
  readonly hasMinutes: boolean
}

/** @returns undefined where there is no sheet `survey` with a column `type` */
export function readXlsform(sheets: readonly Sheet[]): Imported | undefined {
  const lines: Line[] = []
  const sheet = (name: string) => fromSheet(sheets.find((one) => one.name.trim().toLowerCase() === name))
  const [survey, choices, settings] = [sheet('survey'), sheet('choices'), sheet('settings')]
  if (!survey.columns.includes('type')) return undefined
  reportSheets(sheets, lines)
  const set = settings.rows[0]?.row ?? {}
  const { languages, lines: assumed } = languagesOf(
    [...survey.columns, ...choices.columns],
    set.default_language,
    set['tdt::languages'],
  )
  lines.push(...assumed)
  const tree = treeOf(survey.rows.map(withRelevance), lines)
  const lists = withOther(readLists(choices.rows, languages, lines), tree, languages)
  const plan = planOf(tree, lists, lines)
  const terms = termsOf(plan, lists)
  const by: Reading = { lists, languages, lines, terms }
  const checks: Record<string, unknown>[] = []
  const sections = plan.sections.map((section) => sectionOf(section, by, checks))
  reportColumns(tree, lines)
  reportCalculations(plan, terms.used, lines)
  lines.push(...yesAndNoLines(choices.rows, languages))
  const about = readSettings(settings.rows[0], languages, lines)
  const file = {
    ...about,
    lists: listsOf(lists),
    sections,
    ...some('checks', [...readChecks(sheet(CHECKS).rows, languages, lines), ...checks]),
    ...some('changes', readChanges(sheet(CHANGES).rows, languages, lines)),
  }
  return { file, lines, hasMinutes: about.minutes !== undefined }
}

const some = (name: string, all: readonly unknown[]) => (all.length > 0 ? { [name]: all } : {})

/** `relevance` is an older spelling. */
const withRelevance = <N extends { row: Readonly<Record<string, string>> }>(numbered: N): N =>
  numbered.row.relevance && !numbered.row.relevant
    ? { ...numbered, row: { ...numbered.row, relevant: numbered.row.relevance } }
    : numbered

function reportSheets(sheets: readonly Sheet[], lines: Line[]): void {
  const known = ['survey', 'choices', 'settings', CHECKS, CHANGES, REPORT]
  for (const { name, rows } of sheets) {
    if (known.includes(name.trim().toLowerCase()) || rows.length === 0) continue
    lines.push({ sheet: name, row: 1, column: '', what: name, why: 'sheet', detail: '', effect: 'lost' })
  }
}

function reportCalculations({ calculations }: Plan, used: ReadonlySet<string>, lines: Line[]): void {
  for (const [name, branch] of calculations) {
    const source = branch.row.calculation ?? ''
    lines.push(
      used.has(name)
        ? lineAt(branch, 'calculation', source, 'calculation_used', name)
        : lostAt(branch, 'calculation', source, 'calculation', name),
    )
  }
}

/** "Or other" is a choice of its own. */
function withOther(lists: ReadLists, tree: readonly Branch[], languages: Languages): ReadLists {
  const wanted = new Set(flat(tree).flatMap(({ orOther, list }) => (orOther ? [list] : [])))
  return new Map(
    [...lists].map(([name, list]) => {
      if (!wanted.has(name) || list.options.some(({ key }) => key === 'other')) return [name, list]
      const other: Option = { key: 'other', label: inLanguages(OTHER, languages) }
      return [name, { ...list, options: [...list.options, other], keyOf: new Map([...list.keyOf, ['other', 'other']]) }]
    }),
  )
}

const flat = (branches: readonly Branch[]): Branch[] => branches.flatMap((branch) => [branch, ...flat(branch.children)])

function termsOf({ sections, calculations }: Plan, lists: ReadLists): Incoming {
  const items = sections.flatMap((section) => section.items)
  const groups = items.flatMap((item) => (item.is === 'group' ? [item] : []))
  const questions = items.flatMap((item) =>
    item.is === 'question' ? [item] : item.is === 'group' ? item.questions : [],
  )
  return {
    questions: new Map(questions.map(knownOf)),
    groups: new Map(
      groups.map(({ branch, key, list }) => [
        branch.row.name ?? key,
        { group: key, items: list.options.map((one) => one.key) },
      ]),
    ),
    calculations: new Map([...calculations].map(([name, { row }]) => [name, row.calculation ?? ''])),
    options: new Map([...lists].map(([name, { keyOf }]) => [name, keyOf])),
    used: new Set(),
  }
}

function sectionOf({ branch, key, intro, items }: PlannedSection, by: Reading, checks: Record<string, unknown>[]) {
  const place = { sheet: 'survey', lines: by.lines }
  const title: Text = branch
    ? neededText(branch, 'label', by.languages, branch.row.name ?? key, place)
    : inLanguages(QUESTIONS, by.languages)
  const said = intro && textOf(intro.row, 'label', by.languages)
  const written = items.map((item) => {
    if (item.is === 'note')
      return { note: neededText(item.branch, 'label', by.languages, item.branch.row.name ?? '…', place) }
    return item.is === 'group' ? groupOf(item, by, checks) : questionOf(item, by, checks)
  })
  return { key, title, ...(said && { intro: said }), items: written }
}

const QUESTIONS: Text = { en: 'Questions', fr: 'Questions', ar: 'الأسئلة' }

function groupOf({ branch, key, list, questions }: PlannedGroup, by: Reading, checks: Record<string, unknown>[]) {
  const layout = branch.own?.is === 'group' ? branch.own.layout : undefined
  return {
    group: key,
    for_each: list.key,
    ...(layout === 'table' && { layout }),
    label: neededText(branch, 'label', by.languages, branch.row.name ?? key, { sheet: 'survey', lines: by.lines }),
    questions: questions.map((question) => questionOf(question, by, checks)),
  }
}

function questionOf(planned: PlannedQuestion, by: Reading, checks: Record<string, unknown>[]) {
  const { question, check } = readQuestion(planned, by)
  if (check) checks.push(check)
  return question
}

/** This house's own lists are not written down. */
function listsOf(lists: ReadLists): Record<string, readonly Option[]> {
  const written = [...lists.values()].filter(({ key, options }) => {
    const rows = options.map((option) => ({ number: 0, row: { name: option.key } }))
    return !((key === 'yes_no' || key === 'yes_partly_no') && isYesAndNo(rows, key))
  })
  return Object.fromEntries(written.map(({ key, options }) => [key, options]))
}
