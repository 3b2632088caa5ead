// The codebook in the archives' own format: DDI-Codebook 2.5, every variable with its question, its codes and its history.
import type { FieldHistory, Lineage } from '#surveys/definition/comparison/history.ts'
import type { Codebook, Field, Option, Text, Variable } from '#surveys/definition/model.ts'
import { element, words } from './xml.ts'

export type DdiAbout = {
  readonly title: Text
  readonly publishedAt: string
  readonly structureHash: string
}

const NAMESPACE = 'ddi:codebook:2_5'
const SCHEMA = 'http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd'
/** What stands in the data where somebody said why there is no answer. */
const ABSENT = {
  na: { en: 'Not available', fr: 'Non disponible', ar: 'غير متاح' },
  nap: { en: 'Not applicable', fr: 'Sans objet', ar: 'لا ينطبق' },
  pns: { en: 'Prefers not to state', fr: 'Ne souhaite pas répondre', ar: 'يفضّل عدم الإجابة' },
} as const satisfies Record<string, Text>

/** The document, as the schema orders it: one text element for each language. */
export function ddiCodebook(codebook: Codebook, lineage: Lineage, about: DdiAbout): string {
  const { languages, questionnaire, version } = codebook.questionnaire
  const source = languages[0] ?? 'en'
  const citation = element(
    'citation',
    {},
    element(
      'titlStmt',
      {},
      element('titl', { 'xml:lang': source }, words(about.title[source] ?? questionnaire)),
      ...languages.slice(1).map((language) => inLanguage('parTitl', about.title, language)),
      element('IDNo', { agency: 'tour-de-table' }, words(`${questionnaire}@${version}`)),
    ),
    element(
      'verStmt',
      {},
      element('version', { date: about.publishedAt.slice(0, 10) }, words(version)),
      element('notes', {}, words(`SHA-256 ${about.structureHash}`)),
    ),
  )
  const root = {
    xmlns: NAMESPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
    version: '2.5',
    'xml:lang': source,
  }
  const body = [element('docDscr', {}, citation), element('stdyDscr', {}, citation), dataDescription(codebook, lineage)]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('codeBook', root, ...body.map((part) => `\n${part}`), '\n')}\n`
}

function inLanguage(name: string, text: Text | undefined, language: string): string | null {
  const said = text?.[language]
  return said ? element(name, { 'xml:lang': language }, words(said)) : null
}

const inAll = (name: string, text: Text | undefined, languages: readonly string[]) =>
  languages.map((language) => inLanguage(name, text, language))

/** Groups first, as the schema wants: sections, then the options of each question with several answers. */
function dataDescription(codebook: Codebook, lineage: Lineage): string {
  const { languages, sections } = codebook.questionnaire
  const bySection = sections.map(({ key, title, intro }) => {
    const own = codebook.variables.filter(({ field }) => field.section === key)
    const attributes = { ID: `S.${key}`, type: 'section', var: own.map(idOf).join(' ') || undefined }
    return element('varGrp', attributes, ...inAll('labl', title, languages), ...inAll('txt', intro, languages))
  })
  const bySeveral = codebook.fields.flatMap((field) => {
    const own = codebook.variables.filter((variable) => variable.field === field && variable.option)
    if (own.length === 0) return []
    const attributes = { ID: `M.${field.name}`, type: 'multipleResp', var: own.map(idOf).join(' ') }
    return [element('varGrp', attributes, ...inAll('labl', field.question.label, languages))]
  })
  const variables = codebook.variables.map((variable) => variableOf(codebook, lineage, variable))
  return element('dataDscr', {}, ...[...bySection, ...bySeveral, ...variables].map((part) => `\n${part}`), '\n')
}

/** Keys are lower snake_case and dots: a name that XML takes, after a letter that keeps the kinds apart. */
const idOf = ({ name }: Variable) => `V.${name}`

function variableOf({ questionnaire }: Codebook, lineage: Lineage, variable: Variable): string {
  const { languages } = questionnaire
  const { field, option, kind } = variable
  const { question } = field
  const label = labelOf(field, option)
  const attributes = {
    ID: idOf(variable),
    name: variable.name,
    dcml: question.type === 'number' ? question.decimals : undefined,
    intrvl: kind === 'number' || kind === 'date' ? 'contin' : 'discrete',
    measUnit: question.type === 'number' ? question.unit?.[languages[0] ?? ''] : undefined,
    nature: natureOf(variable),
    representationType: REPRESENTATION[kind],
  }
  return element(
    'var',
    attributes,
    ...inAll('labl', label, languages),
    question.confidentiality === 'regional' ? null : element('security', {}, words(question.confidentiality)),
    ...languages.map((language) => questionIn(field, language)),
    rangeOf(field),
    question.show_if ? element('universe', { clusion: 'I' }, words(question.show_if)) : null,
    ...inAll('txt', question.help, languages),
    ...categories(variable, languages),
    ...versions(lineage.history.get(field.name), languages),
    element('varFormat', formatOf(variable)),
  )
}

/** Inside a group the item belongs to it, in a question with several answers the option. */
function labelOf({ item, question }: Field, option: Option | undefined): Text {
  const parts = [item?.label, question.label, option?.label].filter((text) => text !== undefined)
  const spoken = Object.keys(question.label)
  return Object.fromEntries(spoken.map((language) => [language, parts.map((text) => text[language] ?? '').join(' – ')]))
}

function questionIn({ question, number }: Field, language: string): string | null {
  const literal = inLanguage('qstnLit', question.label, language)
  return literal && element('qstn', { 'xml:lang': language, seqNo: number }, literal)
}

function rangeOf({ question }: Field): string | null {
  if (question.type !== 'number' || (question.min === undefined && question.max === undefined)) return null
  return element('valrng', {}, element('range', { UNITS: 'REAL', min: question.min, max: question.max }))
}

function categories({ field, kind }: Variable, languages: readonly string[]): string[] {
  const coded = kind === 'code' ? field.options : []
  const values = coded.map(({ key, label }) =>
    element('catgry', {}, element('catValu', {}, words(key)), ...inAll('labl', label, languages)),
  )
  const reasons = field.question.absence.map((reason) =>
    element(
      'catgry',
      { missing: 'Y' },
      element('catValu', {}, words(reason.toUpperCase())),
      ...inAll('labl', ABSENT[reason], languages),
    ),
  )
  return [...values, ...reasons]
}

/** Since when it is asked, and every change that was declared, with its reason in all languages. */
function versions(history: FieldHistory | undefined, languages: readonly string[]): string[] {
  if (!history) return []
  const first = history.steps.some(({ change }) => change === 'new')
    ? []
    : [element('verStmt', {}, element('version', { type: 'new' }, words(history.since)))]
  const later = history.steps.map(({ version, change, reason }) =>
    element(
      'verStmt',
      {},
      element('version', { type: change }, words(version)),
      ...inAll('notes', reason ?? undefined, languages),
    ),
  )
  return [...first, ...later]
}

const REPRESENTATION = {
  text: 'text',
  number: 'numeric',
  date: 'datetime',
  code: 'code',
  flag: 'numeric',
  rank: 'numeric',
  files: 'numeric',
} as const satisfies Record<Variable['kind'], string>

function natureOf({ field, kind }: Variable): string | undefined {
  if (kind === 'number' || kind === 'files') return 'ratio'
  if (kind === 'rank') return 'ordinal'
  if (kind !== 'code' && kind !== 'flag') return undefined
  return kind === 'code' && field.options.some(({ value }) => value !== undefined) ? 'ordinal' : 'nominal'
}

function formatOf({ kind }: Variable) {
  const type = REPRESENTATION[kind] === 'numeric' ? 'numeric' : 'character'
  return { type, schema: 'other', category: kind === 'date' ? 'date' : 'other' }
}
