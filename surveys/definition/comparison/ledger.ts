// The comparability ledger: for every field of two versions, whether their answers may be put side by side, and why not.
// Prefilling, exports and trends ask here and nowhere else.
import { compile } from '../codebook.ts'
import type { Change, ChangeKind, Codebook, Questionnaire, Text } from '../model.ts'
import { compareQuestionnaires } from './compare.ts'
import type { Entry } from './model.ts'

/**
 * same: as it was · reworded: other words, the same meaning · mapped: changed, and each option of then has its place now
 * or is known to have none · broken: changed, not comparable · new, withdrawn: in one of the two only
 */
export const COMPARABILITIES = ['same', 'reworded', 'mapped', 'broken', 'new', 'withdrawn'] as const
export type Comparability = (typeof COMPARABILITIES)[number]

export type LedgerLine = {
  readonly comparability: Comparability
  /** of `mapped`: from options of then to options of now; an option that is not named has no place any more */
  readonly maps: ReadonlyMap<string, string> | null
  /** every step on which something was declared, the earliest first */
  readonly steps: readonly LedgerStep[]
}
export type LedgerStep = { readonly version: string; readonly change: ChangeKind; readonly reason: Text | null }

/** By field name: the fields of both ends. */
export type Ledger = ReadonlyMap<string, LedgerLine>

/** @param versions sealed, from the version of then to the version of now, each declared against the one before */
export function ledgerOf(versions: readonly Questionnaire[]): Ledger {
  const [first, ...rest] = versions
  if (!first) return new Map()
  let earlier = first
  let ledger: Ledger = new Map(fieldNames(first).map((name) => [name, SAME]))
  for (const later of rest) {
    ledger = composed(ledger, between(earlier, later))
    earlier = later
  }
  return ledger
}

/** True where answers of then and now may stand in one picture. */
export function isComparable(line: LedgerLine | undefined): boolean {
  return line?.comparability === 'same' || line?.comparability === 'reworded' || line?.comparability === 'mapped'
}

const SAME: LedgerLine = { comparability: 'same', maps: null, steps: [] }

const fieldNames = (questionnaire: Questionnaire) => compile(questionnaire).fields.map(({ name }) => name)

/** From one version to the next. */
function between(earlier: Questionnaire, later: Questionnaire): Map<string, LedgerLine> {
  const [before, after] = [compile(earlier), compile(later)]
  const entries = new Map(
    compareQuestionnaires(earlier, later)
      .entries.filter(({ kind }) => kind === 'question' || kind === 'group')
      .map((entry) => [entry.key, entry]),
  )
  const lines = new Map<string, LedgerLine>()
  for (const name of new Set([...before.byName.keys(), ...after.byName.keys()])) {
    lines.set(name, lineOf(name, { before, after }, entries, later.version))
  }
  return lines
}

function lineOf(
  name: string,
  { before, after }: { before: Codebook; after: Codebook },
  entries: ReadonlyMap<string, Entry>,
  version: string,
): LedgerLine {
  const field = after.byName.get(name) ?? before.byName.get(name)
  const ref = field?.group ? `${field.group.group}.${field.question.key}` : name
  const entry = entries.get(ref)
  const around = field?.group && entries.get(field.group.group)
  if (!after.byName.has(name))
    return { ...bare('withdrawn'), steps: stepsOf(version, entry?.declared, around?.declared) }
  if (!before.byName.has(name)) return { ...bare('new'), steps: stepsOf(version, entry?.declared, around?.declared) }
  if (!entry || entry.machine === 'same') return SAME
  return { ...judged(entry), steps: stepsOf(version, entry.declared) }
}

const bare = (comparability: Comparability) => ({ comparability, maps: null })

function stepsOf(version: string, ...declared: readonly (Change | null | undefined)[]): LedgerStep[] {
  const change = declared.find((one) => one)
  return change ? [{ version, change: change.change, reason: change.reason ?? null }] : []
}

/** By the declaration; where a version was published without one, by the facts, and rather broken than mixed up. */
function judged({ declared, machine, facts }: Entry): Omit<LedgerLine, 'steps'> {
  switch (declared?.change) {
    case 'same':
      return bare('same')
    case 'reworded':
      return bare('reworded')
    case 'changed':
      return declared.maps ? { comparability: 'mapped', maps: new Map(Object.entries(declared.maps)) } : bare('broken')
    default: {
      if (machine === 'text') return bare('reworded')
      const isWider = facts.some(({ what }) => what === 'option_added')
      return bare(machine === 'structure' && !isWider ? 'same' : 'broken')
    }
  }
}

function composed(first: Ledger, second: Ledger): Ledger {
  const lines = new Map<string, LedgerLine>()
  for (const name of new Set([...first.keys(), ...second.keys()])) {
    const [one, other] = [first.get(name), second.get(name)]
    // What was gone on the way belongs to neither end any more.
    if (one && other) lines.set(name, joined(one, other))
    else if (other) lines.set(name, other)
    else if (one?.comparability === 'withdrawn') lines.set(name, one)
  }
  return lines
}

function joined(one: LedgerLine, other: LedgerLine): LedgerLine {
  const steps = [...one.steps, ...other.steps]
  if (one.comparability === 'new') return { ...one, steps }
  if (other.comparability === 'withdrawn') return { ...other, steps }
  const worst = Math.max(COMPARABILITIES.indexOf(one.comparability), COMPARABILITIES.indexOf(other.comparability))
  const comparability = COMPARABILITIES[worst] ?? 'broken'
  return { comparability, maps: comparability === 'mapped' ? joinedMaps(one.maps, other.maps) : null, steps }
}

function joinedMaps(one: LedgerLine['maps'], other: LedgerLine['maps']): LedgerLine['maps'] {
  if (!one || !other) return one ?? other
  return new Map([...one].flatMap(([from, over]) => (other.has(over) ? [[from, other.get(over) ?? '']] : [])))
}
