// Who in a delegation is asked to answer what: a section, a group of questions, or one question; and who is waited for where.
import type { Codebook, Field, Group, Section, Text } from '#surveys/definition/model.ts'

export type Assignment = {
  readonly id: string
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
