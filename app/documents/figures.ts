// The annex of figures: needs, measures and steps of one snapshot as everybody may read them, each with its base.
import { consensusOf } from '#surveys/analysis/consensus.ts'
import type { Base, Finding, View } from '#surveys/analysis/model.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import type { Text } from '#surveys/definition/model.ts'
import { saying } from '../components/questions/said.tsx'
import type { Speech } from '../components/words.tsx'
import { type Block, heading, paragraph, plain, type Span, spanOf } from './model.ts'

/** A round of the snapshot, with the eyes of everybody. */
export type FigureRound = { readonly title: Text; readonly view: View }

export function figureBlocks(rounds: readonly FigureRound[], speech: Speech): Block[] {
  return rounds.flatMap(({ title, view }) => {
    const parts = [...needs(view, speech), ...measures(view, speech), ...steps(view, speech)]
    const named = saying(title, speech.language).words
    return parts.length > 0
      ? [heading(spanOf(title, speech.language)), ...parts.map((part) => withRound(part, named))]
      : []
  })
}

/** A table is found by its caption among those of other rounds. */
const withRound = (block: Block, round: string): Block =>
  block.kind === 'table' ? { ...block, caption: [round, block.head[0], block.caption].join(' · ') } : block

/** What is named is the group that a share is of. */
export const baseWords = ({ n, of, basis }: Base, { t }: Speech) =>
  basis === 'named' ? t('results:facts.by_name', { count: n, all: of }) : t('results:k_of_n', { k: n, n: of })

function findingOf({ code, numbers, texts }: Finding, { t, language }: Speech): string {
  const labels = Object.entries(texts ?? {}).map(([name, text]) => [name, saying(text, language).words])
  return t(`results:finding.${code}`, { ...numbers, ...Object.fromEntries(labels) })
}

const hidden = ({ t }: Speech, columns: number): Span[] => [
  plain(t('results:too_small')),
  ...Array.from({ length: columns - 1 }, () => plain('–')),
]

function needs(view: View, speech: Speech): Block[] {
  const ranking = rankNeeds(view)
  if (!ranking) return []
  const { t, language, number } = speech
  const rows = ranking.rows.map((row) => [
    spanOf(row.area.label, language),
    ...(row.isHidden
      ? hidden(speech, 6)
      : [
          plain(row.place === null ? '–' : number(row.place)),
          plain(t('results:k_of_n', { k: row.sharedBy, n: row.base.n })),
          plain(number(row.score, 1)),
          plain(number(row.net, 1)),
          plain(row.urgency === undefined ? '–' : number(row.urgency)),
          plain(t(`results:scope.${row.scope}`)),
        ]),
  ])
  const head = ['area', 'place', 'shared', 'score', 'net', 'urgency', 'scope'].map((key) => t(`documents:needs.${key}`))
  const caption = t('documents:base', { base: baseWords(ranking.base, speech) })
  return [heading(findingOf(ranking.finding, speech), 3), { kind: 'table', caption, head, rows }]
}

function measures(view: View, speech: Speech): Block[] {
  const readiness = readinessOf(view)
  if (!readiness) return []
  const { t, language, number } = speech
  const states = readiness.rows[0]?.states.map(({ option }) => option) ?? []
  const rows = readiness.rows.map((row) => [
    spanOf(row.measure.label, language),
    ...(row.isHidden
      ? hidden(speech, states.length + 2)
      : [
          ...states.map(({ key }) => plain(number(row.states.find(({ option }) => option.key === key)?.count ?? 0))),
          plain(number(row.evidenced)),
          plain(baseWords(row.base, speech)),
        ]),
  ])
  const head = [
    t('documents:measures.measure'),
    ...states.map(({ label }) => saying(label, language).words),
    t('documents:measures.evidenced'),
    t('documents:measures.counted'),
  ]
  const caption = t('documents:base', { base: baseWords(readiness.base, speech) })
  return [heading(findingOf(readiness.headline, speech), 3), { kind: 'table', caption, head, rows }]
}

function steps(view: View, speech: Speech): Block[] {
  const consensus = consensusOf(view)
  if (!consensus) return []
  const { t, language, number } = speech
  const rows = consensus.rows.map((row) => [
    spanOf(row.step.label, language),
    ...(row.isHidden
      ? hidden(speech, 4)
      : [
          plain(
            row.label
              ? t(`results:label.${row.label}${row.isDivided ? '_divided' : ''}`)
              : t('results:too_few_for_words'),
          ),
          plain(t('results:k_of_n', { k: row.inFavour, n: row.base.n })),
          plain(row.spread?.median === undefined ? '–' : number(row.spread.median)),
          plain(number(row.reservations)),
        ]),
  ])
  const head = ['step', 'label', 'favour', 'median', 'reservations'].map((key) => t(`documents:steps.${key}`))
  const caption = t('documents:base', { base: baseWords(consensus.base, speech) })
  const blocks: Block[] = [heading(findingOf(consensus.finding, speech), 3), { kind: 'table', caption, head, rows }]
  const words = consensus.rows.flatMap(({ step, reservationTexts }) =>
    reservationTexts.map((one) => ({
      label: spanOf(step.label, language),
      said: [
        plain(`${saying(one.country.label, language).words}${t('results:colon')}`),
        { words: one.words, language: one.language },
      ],
    })),
  )
  if (words.length === 0) return blocks
  return [...blocks, paragraph(t('documents:steps.words')), { kind: 'facts', rows: words }]
}
