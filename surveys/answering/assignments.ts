// Who in a delegation is asked to answer what: a section, a group of questions, or one question; and who is waited for where.
import type { Codebook, Field, Group, Section, Text } from '#surveys/definition/model.ts'

export type Assignment = {
  readonly id: string
  /** answer: the country's own · contribution: what the institution says, side by side with others */
  readonly kind: 'answer' | 'contribution'
  /** `section:means`, `group:needs`, `field:lead_institution` */
  readonly target: string
  /** who is asked: a colleague, an institution, or a colleague of one */
  readonly colleague: { readonly id: string; readonly name: string } | null
  readonly institution: string | null
  readonly note: string | null
  /** ISO date */
  readonly dueOn: string | null
  readonly createdAt: string
  /** name of the account */
  readonly by: string
  readonly doneAt: string | null
}

export type Target = {
  readonly name: string
  readonly kind: 'section' | 'group' | 'field'
  /** key of the section it lies in */
  readonly section: string
  readonly label: Text
  /** its number or letter is the caller's: the first field of it */
  readonly first: Field
}

/** Everything that can be assigned, in reading order: each section, then its groups and its questions outside of groups. */
export function targetsOf({ questionnaire, bySection }: Codebook): Target[] {
  return questionnaire.sections.flatMap((section) => {
    const fields = bySection.get(section.key) ?? []
    const [first] = fields
    if (!first) return []
    const whole: Target = {
      name: `section:${section.key}`,
      kind: 'section',
      section: section.key,
      label: section.title,
      first,
    }
    return [whole, ...section.items.flatMap((item) => targetOf(item, section, fields))]
  })
}

function targetOf(item: Section['items'][number], { key }: Section, fields: readonly Field[]): Target[] {
  if ('note' in item) return []
  if ('group' in item) {
    const first = fields.find(({ group }) => group?.group === item.group)
    return first ? [{ name: `group:${item.group}`, kind: 'group', section: key, label: labelOf(item), first }] : []
  }
  const first = fields.find(({ name }) => name === item.key)
  return first ? [{ name: `field:${item.key}`, kind: 'field', section: key, label: item.label, first }] : []
}

const labelOf = ({ label, group }: Group): Text => label ?? { en: group }

/** Who is waited for: the institution, else the colleague. */
export const waitedFor = ({ institution, colleague }: Pick<Assignment, 'institution' | 'colleague'>): string =>
  institution ?? colleague?.name ?? ''

/** By section, the names of those who are waited for, each once. */
export function waitingBySection(codebook: Codebook, assignments: readonly Assignment[]): Map<string, string[]> {
  const sections = new Map(targetsOf(codebook).map(({ name, section }) => [name, section]))
  const waiting = new Map<string, string[]>()
  for (const assignment of assignments) {
    const section = sections.get(assignment.target)
    if (section === undefined || assignment.doneAt !== null) continue
    const names = waiting.get(section) ?? []
    const name = waitedFor(assignment)
    if (!names.includes(name)) names.push(name)
    waiting.set(section, names)
  }
  return waiting
}

/** The names of the fields that a target covers; none where the questionnaire asks nothing of this name. */
export function fieldsOfTarget({ bySection, fields }: Codebook, target: string): string[] {
  const [kind, ...rest] = target.split(':')
  const key = rest.join(':')
  const covered = kind === 'section' ? (bySection.get(key) ?? []) : fields
  const isMeant = ({ name, group }: Field) =>
    kind === 'section' || (kind === 'group' ? group?.group === key : kind === 'field' && name === key)
  return covered.filter(isMeant).map(({ name }) => name)
}

/** The institutions that a colleague belongs to: those with which some assignment of the reply names them. */
export function institutionsOf(assignments: readonly Assignment[], account: string): ReadonlySet<string> {
  return new Set(
    assignments.flatMap(({ colleague, institution }) =>
      colleague?.id === account && institution !== null ? [institution] : [],
    ),
  )
}

/** The open assignments of a colleague: those that name them, and those that ask their institution and name nobody. */
function openFor(assignments: readonly Assignment[], account: string): Assignment[] {
  const institutions = institutionsOf(assignments, account)
  return assignments.filter(({ colleague, institution, doneAt }) => {
    if (doneAt !== null) return false
    return colleague ? colleague.id === account : institution !== null && institutions.has(institution)
  })
}

/** The fields whose national answer a colleague is asked for: all that a contributor may change. */
export function assignedFields(
  codebook: Codebook,
  assignments: readonly Assignment[],
  account: string,
): ReadonlySet<string> {
  const mine = openFor(assignments, account).filter(({ kind }) => kind === 'answer')
  return new Set(mine.flatMap(({ target }) => fieldsOfTarget(codebook, target)))
}

/**
 * By institution, the fields to which somebody may write what it says.
 * @param account of a colleague; null: of somebody who runs the work, and writes down what any institution says
 */
export function contributionsAsked(
  codebook: Codebook,
  assignments: readonly Assignment[],
  account: string | null,
): Map<string, ReadonlySet<string>> {
  const open = account === null ? assignments.filter(({ doneAt }) => doneAt === null) : openFor(assignments, account)
  const asked = new Map<string, Set<string>>()
  for (const { kind, institution, target } of open) {
    if (kind !== 'contribution' || institution === null) continue
    const fields = asked.get(institution) ?? new Set<string>()
    for (const name of fieldsOfTarget(codebook, target)) fields.add(name)
    asked.set(institution, fields)
  }
  return asked
}
