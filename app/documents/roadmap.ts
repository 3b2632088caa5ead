// The Roadmap with the answers integrated: each measure and each step as it is written, beside it what the delegations answered.
import { type Consensus, consensusOf, type StepRow } from '#surveys/analysis/consensus.ts'
import { type MeasureRow, readinessOf } from '#surveys/analysis/readiness.ts'
import { saying } from '../components/questions/said.tsx'
import type { Speech } from '../components/words.tsx'
import { baseWords, type FigureRound } from './figures.ts'
import { type Block, heading, paragraph, plain, type Span, spanOf } from './model.ts'

type Row = Extract<Block, { kind: 'facts' }>['rows'][number]
type Quoted = {
  readonly country: { readonly label: Record<string, string> }
  readonly words: string
  readonly language: string | null
}

/** @returns nothing where no round of the snapshot reports on a Roadmap */
export function roadmapBlocks(rounds: readonly FigureRound[], speech: Speech): Block[] {
  const { t } = speech
  return rounds.flatMap(({ view }) => {
    const readiness = readinessOf(view)
    const consensus = consensusOf(view)
    const measures = (readiness?.rows ?? []).flatMap((row, place) => measureBlocks(row, place + 1, speech))
    const steps = consensus?.rows.flatMap((row, place) => stepBlocks(consensus, row, place + 1, speech)) ?? []
    return [
      ...(measures.length > 0 ? [heading(t('documents:roadmap.measures')), ...measures] : []),
      ...(steps.length > 0 ? [heading(t('documents:roadmap.steps')), ...steps] : []),
    ]
  })
}

/** The wording under its number, as it stands in the Roadmap. */
function wording(option: MeasureRow['measure'], place: number, { language, number }: Speech): Block[] {
  const label = spanOf(option.label, language)
  const title = heading({ ...label, words: `${number(place)}. ${label.words}` }, 3)
  return option.description ? [title, paragraph(spanOf(option.description, language))] : [title]
}

const row = (label: string, said: readonly Span[]): Row => ({ label: plain(label), said })

/** Each delegation that is shown by name, in its own words and language. */
const quotes = (said: readonly Quoted[], { t, language }: Speech): Span[] =>
  said.flatMap((one) => [
    plain(`${saying(one.country.label, language).words}${t('results:colon').trimEnd()}`),
    { words: one.words, language: one.language },
  ])

function measureBlocks(one: MeasureRow, place: number, speech: Speech): Block[] {
  const { t, language, number, list } = speech
  if (one.isHidden) return [...wording(one.measure, place, speech), paragraph(t('results:too_small'), 'fine')]
  const states = one.states
    .filter(({ count }) => count > 0)
    .map(({ option, count }) => `${number(count)} ${saying(option.label, language).words}`)
  const rows = [
    row(t('documents:country.state'), [plain(states.length > 0 ? list(states) : '–')]),
    row(t('documents:measures.counted'), [plain(baseWords(one.base, speech))]),
    row(t('documents:measures.evidenced'), [plain(number(one.evidenced))]),
    ...(one.overdue > 0 ? [row(t('documents:roadmap.overdue'), [plain(number(one.overdue))])] : []),
    ...(one.assistance > 0 ? [row(t('documents:roadmap.assistance'), [plain(number(one.assistance))])] : []),
    ...(one.practices.length > 0 ? [row(t('documents:roadmap.practices'), quotes(one.practices, speech))] : []),
  ]
  return [...wording(one.measure, place, speech), { kind: 'facts', rows }]
}

function stepBlocks({ part }: Consensus, one: StepRow, place: number, speech: Speech): Block[] {
  const { t, number } = speech
  if (one.isHidden) return [...wording(one.step, place, speech), paragraph(t('results:too_small'), 'fine')]
  const label = one.label
    ? t(`results:label.${one.label}${one.isDivided ? '_divided' : ''}`)
    : t('results:too_few_for_words')
  const rows = [
    row(t('documents:steps.label'), [plain(label)]),
    row(t('documents:roadmap.favour', { from: part.agree_from ?? 0 }), [
      plain(t('results:k_of_n', { k: one.inFavour, n: one.base.n })),
    ]),
    ...(one.spread?.median === undefined ? [] : [row(t('documents:steps.median'), [plain(number(one.spread.median))])]),
    row(t('documents:steps.reservations'), [plain(number(one.reservations)), ...quotes(one.reservationTexts, speech)]),
  ]
  return [...wording(one.step, place, speech), { kind: 'facts', rows }]
}
