// What a meeting may put on its screens: dashboards, single rows, country sheets, and what it has decided.
import { listConclusions } from '#db/conclusions.ts'
import { listRounds } from '#db/rounds.ts'
import { distributionOf } from '#surveys/analysis/distribution.ts'
import type { Text } from '#surveys/definition/model.ts'
import { type Asking, heldRound, type Showing } from './held.server.ts'

/** What a meeting may put on its screens, from one snapshot: each with its words. */
export async function choicesOf(
  asking: Asking,
  showing: Showing,
): Promise<{ value: string; label: Text[]; kind: string }[]> {
  const choices: { value: string; label: Text[]; kind: string }[] = [{ value: 'text', label: [], kind: 'text' }]
  for (const { slug, title } of await listRounds(asking.db, { meetingId: showing.meeting.id })) {
    const held = await heldRound(asking, showing, slug)
    if (!held) continue
    const { needs, consensus, readiness } = held.view.codebook.questionnaire.analysis
    if (needs) choices.push({ value: `needs:${slug}`, label: [title], kind: 'needs' })
    if (readiness) choices.push({ value: `measures:${slug}`, label: [title], kind: 'measures' })
    if (consensus?.agree_from !== undefined) choices.push({ value: `steps:${slug}`, label: [title], kind: 'steps' })
    for (const ref of [
      needs?.priority,
      consensus?.agree_from === undefined ? undefined : consensus.rating,
      readiness?.status,
    ]) {
      const found = ref === undefined ? undefined : distributionOf(held.view, ref)
      for (const { item } of found?.rows ?? [])
        if (ref && item)
          choices.push({
            value: `question:${slug}:${ref}:${item.key}`,
            label: [item.label, found?.field.question.label ?? {}],
            kind: 'question',
          })
    }
  }
  for (const { code, label } of showing.meeting.roster.countries)
    choices.push({ value: `country:${code}`, label: [label], kind: 'country' })
  for (const kind of ['tour', 'decisions', 'conclusions']) choices.push({ value: kind, label: [], kind })
  for (const {
    number,
    revisions: [newest],
  } of await listConclusions(asking.db, showing.meeting.id))
    choices.push({ value: `conclusion:${number}`, label: [newest.texts], kind: 'conclusion' })
  return choices
}
