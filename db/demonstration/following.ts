// What four delegations say in the round that follows: mostly that it still holds, and what has moved since.
import { needsXA } from './needs/xa.ts'
import { needsXD } from './needs/xd.ts'
import { needsXE } from './needs/xe.ts'
import { needsXG } from './needs/xg.ts'
import type { Answers } from './profile.ts'

/** The answers of before without the question that version 1.1.0 no longer asks, with other lines for what has changed. */
function following({ answers, texts, comments, ...rest }: Answers, lines: string): Answers {
  const asked = (name: string) => name !== 'mou_in_force'
  const kept = answers.split('\n').filter((line) => asked(line.trim().split(/\s+/)[0] ?? ''))
  const only = (said: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(said).filter(([name]) => asked(name)))
  return { ...rest, answers: `${kept.join('\n')}\n${lines}`, texts: only(texts), comments: only(comments) }
}

export const followingXA = following(
  needsXA,
  `urgent_answer_days                  3
   needs.digital_evidence.priority     4
   capacity.digital_evidence.current   3
   trained_practitioners_24m           210
   training_topics                     electronic_transmission,digital_evidence,mla_drafting`,
)

export const followingXD = following(
  needsXD,
  `urgent_answer_days                  12
   needs.interpol_access.priority      2
   formalisation_days                  45`,
)

export const followingXE = following(
  needsXE,
  `urgent_answer_days                  1
   trained_practitioners_24m           790`,
)

export const followingXG = following(
  needsXG,
  `urgent_answer_days                  30
   needs.secure_comms.priority         5
   capacity.secure_comms.current       2`,
)
