// What the team asks, for the pages of the delegation: the banner, the mark in place, the list on the home page.
import { type Clarification, isUnsettled } from '#surveys/answering/clarification.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import type { TeamAsk } from '../../../components/questions/asked.ts'
import { isolated, type Reader, whenSaid } from './reader.ts'

/** The open clarification about a field, as it stands beside it. */
export function teamAskOf(
  field: string,
  { asked, base, reader }: { asked: readonly Clarification[]; base: string; reader: Reader },
): TeamAsk | null {
  const thread = asked.find((one) => one.field === field && isUnsettled(one))
  if (!thread) return null
  const last = thread.messages.findLast(({ side }) => side === 'team')
  const when = whenSaid(last?.at ?? thread.sentAt ?? thread.createdAt, reader)
  return {
    words: last?.body ?? thread.question,
    language: last?.language ?? thread.language,
    who: reader.t('review:thread.who', { name: isolated(last?.by ?? thread.askedBy), when }),
    href: `${base}/clarifications#c-${thread.number}`,
    isAnswered: thread.state === 'answered',
  }
}

/** How many questions of the team are open in each section. */
export function openBySection(asked: readonly Clarification[], codebook: Codebook): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { field, state } of asked) {
    const section = codebook.byName.get(field)?.section
    if (section && state === 'open') counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  return counts
}
