// A field and its cell as the question that the page shows.
import { decidersOf, type Standing as Judged } from '#surveys/answering/applicability.ts'
import type { Clarification } from '#surveys/answering/clarification.ts'
import type { Contribution } from '#surveys/answering/contributions.ts'
import { differences } from '#surveys/answering/differences.ts'
import type { Cell, Cells, KeptCell, Problem } from '#surveys/answering/model.ts'
import { isRequired, wrongOf, wrongOfComment } from '#surveys/answering/problems.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { type AnswerSpeech, answerLines } from '../../../components/answering/answer-lines.ts'
import type { Asked, Clash, Stretch } from '../../../components/questions/asked.ts'
import { problemWords } from './problem-words.ts'
import { isolated, type Reader, savedWords, whenSaid } from './reader.ts'
import { spreadOf } from './spread.ts'
import { teamAskOf } from './team-asks.ts'

/** An answer that met a colleague's: nothing of it is kept yet. */
export type Clashing = {
  readonly field: string
  readonly yours: Cell
  readonly base: number
  readonly theirs: KeptCell
}

export type Replying = {
  /** address of the reply: `/answer/<round>` */
  readonly base: string
  readonly codebook: Codebook
  readonly cells: Cells<KeptCell>
  readonly judged: Judged
  readonly reader: Reader
  /** what was found wrong with what was just sent, by field */
  readonly problems: ReadonlyMap<string, Problem>
  readonly clashes: ReadonlyMap<string, Clashing>
  /** the fields of a returned reply that can be changed; null: all */
  readonly open: ReadonlySet<string> | null
  readonly asked: readonly Clarification[]
  /** by field, how much colleagues have said; not given where the page does not lead there */
  readonly remarks?: ReadonlyMap<string, number>
  /** the fields that a contributor is asked for; not given, or null: all */
  readonly assigned?: ReadonlySet<string> | null
  /** false where only links can be added to an answer */
  readonly takesDocuments?: boolean
  /** by field, what institutions say now */
  readonly contributions?: ReadonlyMap<string, readonly Contribution[]>
}

export function askedOf(field: Field, replying: Replying): Asked {
  const { codebook, judged, reader } = replying
  const kept = replying.cells.get(field.name) ?? null
  const clashing = replying.clashes.get(field.name)
  return {
    field,
    address: replying.base,
    takesDocuments: replying.takesDocuments ?? true,
    cell: clashing?.yours ?? kept,
    base: clashing?.base ?? kept?.revision ?? 0,
    applies: judged.applies(field),
    isRequired: isRequired(field, judged),
    decidedBy: [...new Set(decidersOf(codebook, field).map(({ number }) => number))],
    saved: kept === null || clashing ? null : savedWords(kept, reader),
    problem: problemOf(field, kept, replying),
    link: field.question.type === 'file' ? linkOf(field, kept, replying) : null,
    clash: clashing ? clashOf(field, clashing, reader) : null,
    locked: lockedWords(field, replying),
    team: teamAskOf(field.name, replying),
    remarks: replying.remarks ? (replying.remarks.get(field.name) ?? 0) : null,
    spread: spreadOf(field, replying),
  }
}

function lockedWords({ name }: Field, { open, assigned, reader: { t } }: Replying): string | null {
  if (open !== null && !open.has(name)) return t('review:asked.locked')
  return assigned && !assigned.has(name) ? t('inside:not_assigned') : null
}

/** What was just found, else what is kept but cannot count; what is merely missing is the check page's matter. */
function problemOf(field: Field, kept: Cell | null, { problems, reader }: Replying): string | null {
  const found = problems.get(field.name) ?? standingWrong(field, kept, reader.today)
  return found ? problemWords(found, reader) : null
}

function standingWrong(field: Field, kept: Cell | null, today: string) {
  if (kept === null) return undefined
  const wrong = wrongOf(field, kept, false, today)
  return wrong && wrong.code !== 'too_short' ? wrong : wrongOfComment(kept)
}

/** What was typed as a link and is none, so that it can be put right. */
function linkOf(field: Field, kept: Cell | null, { problems }: Replying): string | null {
  const entry = problems.get(field.name)?.values?.entry ?? kept?.typed
  return entry === undefined || entry === null ? null : String(entry)
}

const JOINABLE = ['text', 'long_text', 'multi', 'ranking']

/** Both sides of a conflict, with what differs between two texts marked. */
export function clashOf(field: Field, { yours, theirs }: Clashing, reader: Reader): Clash {
  const stretches = bothSides(field, { yours, theirs }, reader)
  const { t } = reader
  const name = isolated(theirs.by)
  return {
    seen: theirs.revision,
    mine: {
      who: t('answer:conflict.mine', { time: reader.time(reader.now) }),
      stretches: stretches.mine,
    },
    theirs: {
      who: t('answer:conflict.theirs', { name, time: whenSaid(theirs.at, reader) }),
      stretches: stretches.theirs,
    },
    canJoin: JOINABLE.includes(field.question.type) && yours.absence === null && theirs.absence === null,
  }
}

/** Two answers in words; of texts, what differs is marked. */
export function bothSides(
  field: Field,
  { yours, theirs }: { readonly yours: Cell; readonly theirs: Cell },
  reader: AnswerSpeech,
): { readonly mine: readonly Stretch[]; readonly theirs: readonly Stretch[] } {
  const isText = field.question.type === 'text' || field.question.type === 'long_text'
  const [mine, other] = [saidOf(field, yours, reader), saidOf(field, theirs, reader)]
  const marked = isText ? differences(mine, other) : { first: plain(mine), second: plain(other) }
  return { mine: marked.first.map(stretch), theirs: marked.second.map(stretch) }
}

const plain = (text: string) => [{ text, isDifferent: false }]
const stretch = ({ text, isDifferent }: { text: string; isDifferent: boolean }): Stretch => ({
  words: text,
  differs: isDifferent,
})

/** The answer with its comment: either may be what differs. */
function saidOf(field: Field, cell: Cell, reader: AnswerSpeech): string {
  const lines = answerLines(field, cell, reader).lines.join('\n')
  return cell.comment === null ? lines : `${lines}\n${reader.t('answer:check.comment', { comment: cell.comment })}`
}
