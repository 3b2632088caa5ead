// The outline of a reply: sections with their state, how much is done, and the way to the next open question.

import { type Assignment, waitingBySection } from '#surveys/answering/assignments.ts'
import type { Clarification } from '#surveys/answering/clarification.ts'
import type { Progress } from '#surveys/answering/progress.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import type { OutlineView } from '../../../components/answering/outline.tsx'
import { idOf } from '../../../components/questions/asked.ts'
import type { Standing } from '../../../components/questions/group.ts'
import { isolated, type Reader } from './reader.ts'
import { sectionStanding } from './standings.ts'
import { openBySection } from './team-asks.ts'

/** Who was seen in which section a moment ago. */
export type Seen = { readonly section: string; readonly name: string }

type Outlining = {
  codebook: Codebook
  progress: Progress
  base: string
  reader: Reader
  seen: readonly Seen[]
  /** what the team asks */
  asked: readonly Clarification[]
  /** who of the delegation is to answer what */
  assignments: readonly Assignment[]
}

export function outlineOf({ codebook, progress, base, reader, seen, asked, assignments }: Outlining): OutlineView {
  const { t } = reader
  const toYou = openBySection(asked, codebook)
  const waiting = waitingBySection(codebook, assignments)
  return {
    sections: progress.sections.map((section, index) => ({
      key: section.key,
      letter: letterOf(index),
      title: codebook.questionnaire.sections[index]?.title ?? {},
      standing: askedStanding(sectionStanding(section, reader), toYou.get(section.key) ?? 0, reader),
      presence: presenceWords(section.key, seen, reader),
      waiting: waitingWords(waiting.get(section.key) ?? [], reader),
    })),
    progress: t('answer:outline.progress', { done: progress.requiredAnswered, total: progress.required }),
    next: progress.nextOpen === null ? null : addressOf(codebook, progress.nextOpen, base),
  }
}

/** "Waiting for the Ministry of Justice", or nothing. */
const waitingWords = (names: readonly string[], { t, list }: Reader): string | null =>
  names.length === 0 ? null : t('delegation:work.here', { names: list(names.map(isolated)) })

/** What the team asks comes before everything else that can be said of a section. */
function askedStanding(standing: Standing, count: number, { t }: Reader): Standing {
  return count === 0 ? standing : { ...standing, mark: 'back', words: t('review:asked.in_section', { count }) }
}

/** "M. Ferro is in this section now", or nothing. */
export function presenceWords(section: string, seen: readonly Seen[], { t, list }: Reader): string | null {
  const names = [...new Set(seen.filter((one) => one.section === section).map(({ name }) => isolated(name)))]
  return names.length === 0 ? null : t('answer:outline.here', { count: names.length, names: list(names) })
}

/** The address of a question: its section, the card that holds it opened, the place on the page. */
export function addressOf(codebook: Codebook, name: string, base: string): string {
  const field = codebook.byName.get(name)
  if (!field) return base
  const open = field.group ? `?open=${encodeURIComponent(name)}` : ''
  return `${base}/${field.section}${open}#${idOf(name)}`
}
