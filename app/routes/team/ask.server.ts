// Reading the form of a clarification: its words, who follows it up, by when, and the correction that it may propose.
import { SUGGESTION_KINDS } from '#surveys/analysis/suggestions.ts'
import { sameValue } from '#surveys/answering/cells.ts'
import { parseAct } from '#surveys/answering/form.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { readField } from '#surveys/answering/reading.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import { PHRASES } from '../../components/team/review/ask-form.tsx'
import { canPropose } from '../../components/team/review/proposal-fields.tsx'
import { speechOf } from '../../components/words.tsx'
import { LANGUAGES, type Language } from '../../languages.ts'
import { problemWords } from '../answer/views/problem-words.ts'
import { dayIn } from '../answer/views/reader.ts'
import { type FormReading, readForm } from './reading.ts'
import { followersToChoose, type Reviewed, requireReviewed } from './review.server.ts'

export type AskedAbout = Reviewed & { readonly field: Field }

/** @throws a Response 404: no such reply, or no such question */
export async function requireAsked(visit: TeamVisit): Promise<AskedAbout> {
  const reviewed = await requireReviewed(visit)
  const field = reviewed.codebook.byName.get(visit.params.field ?? '')
  if (!field) throw notFound()
  return { ...reviewed, field }
}

/** What the address asks to begin with: the sentence of an automatic check, or of a check of the questionnaire. */
export function suggestedWords({ url, t, language }: TeamVisit, { questionnaire }: Codebook): string | null {
  const wanted = url.searchParams.get('check')
  const kind = SUGGESTION_KINDS.find((one) => one === wanted && one !== 'contradiction')
  if (kind) return t(`desk:phrase.${kind}`)
  const check = questionnaire.checks.find(({ key }) => key === wanted)
  return check ? inLanguage(check.message, language, questionnaire.languages[0] ?? 'en').words : null
}

export type Question = {
  readonly form: FormReading
  readonly language: Language | ''
  readonly question: string
  readonly assignee: string
  readonly dueOn: string | null
  /** with the value alone; null: nothing is proposed */
  readonly proposed: Cell | null
  /** the form is only to be shown again: a phrase was added, a ranking moved, a proposal taken out */
  readonly isShownAgain: boolean
}

export async function readQuestion(visit: TeamVisit, { round, field, cells }: AskedAbout): Promise<Question> {
  const form = readForm(visit.form)
  const language = form.choice('language', LANGUAGES)
  const phrase = PHRASES.find((one) => form.raw('act') === `phrase:${one}`)
  const act = parseAct(form.raw('act'))
  const isShownAgain = phrase !== undefined || act.kind === 'rank' || act.kind === 'clear'
  const proposed = readProposal(visit, form, { field, official: cells.get(field.name), isShownAgain })
  if (isShownAgain) {
    const words = phrase && language ? visit.house.words.t(language)(`review:phrases.${phrase}`) : ''
    const question = [form.raw('question').trim(), words].filter(Boolean).join('\n')
    return { form, language, question, assignee: '', dueOn: null, proposed, isShownAgain }
  }
  const question = form.text('question', { max: 2000, isLong: true })
  const followers = await followersToChoose(visit.db, round)
  const ids = followers.map(({ id }) => id)
  const assignee = form.choice('assignee', ids)
  const dueOn = form.day('due', { isOptional: true })
  return { form, language, question, assignee, dueOn, proposed, isShownAgain }
}

type Proposing = { field: Field; official: Cell | undefined; isShownAgain: boolean }

function readProposal(visit: TeamVisit, form: FormReading, { field, official, isShownAgain }: Proposing): Cell | null {
  if (!canPropose(field)) return null
  const { t, language, account, now } = visit
  const speech = speechOf({ t, language, digits: account.digits, timeZone: account.timeZone ?? 'UTC' })
  const today = dayIn(now, account.timeZone ?? 'UTC')
  const read = readField(field, visit.form, { today, language: form.raw('language'), current: new Map() })
  if (!read || (read.cell.value === null && read.cell.typed === null)) return null
  const { base: _, comment: __, ...cell } = read.cell
  const [problem] = read.problems
  if (!isShownAgain && problem) form.refuse('proposal', 'proposal_wrong', { why: problemWords(problem, speech) })
  else if (!isShownAgain && sameValue(cell.value, official?.value ?? null)) form.refuse('proposal', 'proposal_same')
  return { ...cell, comment: null }
}
