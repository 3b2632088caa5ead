// Two versions of a questionnaire for the page that compares them: what is published, and what waits in the files.

import type { Db } from '#db/tables.ts'
import { type Affected, countAffected, versionsOf } from '#db/version-lines.ts'
import { refOf } from '#surveys/analysis/refs.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { compareQuestionnaires } from '#surveys/definition/comparison/compare.ts'
import { stepBetween } from '#surveys/definition/comparison/judging.ts'
import { type LedgerLine, ledgerOf } from '#surveys/definition/comparison/ledger.ts'
import type { Entry, Step } from '#surveys/definition/comparison/model.ts'
import type { Questionnaire, Text } from '#surveys/definition/model.ts'
import { type PublishingRefusal, refusalsOfPublishing } from '#surveys/definition/publishing.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
import { surveyLibrary } from './library.server.ts'

export type ShownEntry = Entry & { readonly line: Pick<LedgerLine, 'comparability' | 'steps'> | null }
export type ShownComparison = {
  readonly slug: string
  readonly title: Text
  /** the lowest first */
  readonly versions: readonly { readonly version: string; readonly isPublished: boolean }[]
  readonly from: string
  readonly to: string
  readonly step: Step
  readonly taken: Step
  /** by section: `null` the questionnaire itself, `''` checks and analysis */
  readonly parts: readonly {
    readonly section: string | null
    readonly title: Text | null
    readonly entries: ShownEntry[]
  }[]
  readonly same: readonly string[]
  readonly counts: Readonly<Record<Entry['machine'], number>>
  readonly affected: Affected
  /** of a version in the files, against the last published one: why it cannot be published */
  readonly refusals: readonly PublishingRefusal[] | null
}

/**
 * @param wanted versions; where they are not given, the two highest
 * @returns undefined where there is no such questionnaire, or not two versions to compare
 */
export async function comparisonOf(
  db: Db,
  slug: string,
  wanted: { from: string | null; to: string | null },
): Promise<ShownComparison | undefined> {
  const published = (await versionsOf(db, slug)).map(({ questionnaire }) => questionnaire)
  const all = withFiles(published, slug)
  const [first, second] = pairOf(all, wanted)
  return first && second && compareWith(db, { all, first, second, published })
}

type Compared = {
  /** the lowest first, both ends among them */
  readonly all: readonly Questionnaire[]
  readonly first: Questionnaire
  readonly second: Questionnaire
  readonly published: readonly Questionnaire[]
}

/** Two versions, the second of which may be a draft. */
export async function compareWith(db: Db, { all, first, second, published }: Compared): Promise<ShownComparison> {
  const slug = second.questionnaire
  const isPublished = (version: string) => published.some((one) => one.version === version)
  const { entries, step } = compareQuestionnaires(first, second)
  const line = linesBetween(all, first, second)
  const differing = entries.filter(({ machine }) => machine !== 'same')
  return {
    slug,
    title: second.title,
    versions: all.map(({ version }) => ({ version, isPublished: isPublished(version) })),
    from: first.version,
    to: second.version,
    step,
    taken: stepBetween(first.version, second.version),
    parts: partsOf(
      second,
      first,
      differing.map((entry) => ({ ...entry, line: line(entry) })),
    ),
    same: entries.filter(({ machine }) => machine === 'same').map(({ key }) => key),
    counts: countsOf(entries),
    affected: await countAffected(db, slug, fieldsOf(first, differing)),
    refusals: isPublished(second.version) ? null : refusalsOfPublishing(second, published),
  }
}

function withFiles(published: readonly Questionnaire[], slug: string): Questionnaire[] {
  const waiting = [...surveyLibrary().questionnaires.values()].filter(
    ({ questionnaire, version }) => questionnaire === slug && !published.some((one) => one.version === version),
  )
  return [...published, ...waiting].sort((a, b) => compareVersions(a.version, b.version))
}

function pairOf(all: readonly Questionnaire[], { from, to }: { from: string | null; to: string | null }) {
  const later = to === null ? all.at(-1) : all.find(({ version }) => version === to)
  const below = all.filter(({ version }) => later && compareVersions(version, later.version) < 0)
  return [from === null ? below.at(-1) : below.find(({ version }) => version === from), later]
}

/** What the ledger says of a question's answers, over all the versions between. */
function linesBetween(all: readonly Questionnaire[], first: Questionnaire, second: Questionnaire) {
  const chain = all.slice(all.indexOf(first), all.indexOf(second) + 1)
  const ledger = ledgerOf(chain)
  const names = new Map(
    [first, second].flatMap((one) => compile(one).fields.map((field) => [refOf(field), field.name] as const)),
  )
  return ({ kind, key }: Entry): ShownEntry['line'] => {
    const line = kind === 'question' ? ledger.get(names.get(key) ?? '') : undefined
    return line ? { comparability: line.comparability, steps: line.steps } : null
  }
}

function partsOf(second: Questionnaire, first: Questionnaire, entries: ShownEntry[]): ShownComparison['parts'] {
  const sections = [...second.sections, ...first.sections]
  const placeOf = (entry: ShownEntry) => {
    if (entry.kind === 'questionnaire') return null
    return entry.kind === 'section' ? entry.key : (entry.section ?? '')
  }
  return [...Map.groupBy(entries, placeOf)].map(([section, inside]) => ({
    section,
    title: sections.find(({ key }) => key === section)?.title ?? null,
    entries: inside,
  }))
}

function countsOf(entries: readonly Entry[]): ShownComparison['counts'] {
  const counts = { same: 0, text: 0, structure: 0, meaning: 0, new: 0, withdrawn: 0 }
  for (const { machine } of entries) counts[machine] += 1
  return counts
}

/** Names of the fields of then that are another thing now. */
function fieldsOf(first: Questionnaire, differing: readonly Entry[]): string[] {
  const refs = new Set(differing.filter(({ kind }) => kind === 'question').map(({ key }) => key))
  return compile(first)
    .fields.filter((field) => refs.has(refOf(field)))
    .map(({ name }) => name)
}
