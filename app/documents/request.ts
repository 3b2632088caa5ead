// The sheet of a request to the facility as parts of a document: for its page, for print and for Word.
import type { TafRequest } from '#db/taf-requests.ts'
import type { Figures } from '#surveys/debate/request-sheet.ts'
import type { Speech } from '../components/words.tsx'
import type { SheetNames } from '../plenary/request-world.server.ts'
import { type Block, heading, plain, type Span, spanOf, typed } from './model.ts'

type Written = { readonly request: TafRequest; readonly figures: Figures; readonly names: SheetNames }

export function requestBlocks({ request, figures, names }: Written, speech: Speech): Block[] {
  const { t } = speech
  return [
    { kind: 'facts', rows: [...need({ request, figures, names }, speech), ...activity(request, names, speech)] },
    heading(t('requests:steps.title')),
    stepTable(request, speech),
  ]
}

type Row = Extract<Block, { kind: 'facts' }>['rows'][number]

/** A row for each field; what is empty says so. */
const rowsFor =
  ({ t }: Speech) =>
  (key: string, said: readonly (Span | null)[]): Row => {
    const there = said.filter((span): span is Span => span !== null && span.words !== '')
    return { label: plain(t(`requests:field.${key}`)), said: there.length > 0 ? there : [plain(t('requests:empty'))] }
  }

function need({ request: { sheet, snapshotNumber }, figures, names }: Written, speech: Speech): Row[] {
  const { t, language, list } = speech
  const row = rowsFor(speech)
  const spans = (texts: readonly Parameters<typeof spanOf>[0][]) => texts.map((text) => spanOf(text, language))
  const countries = spans(sheet.countries.map(names.country)).map(({ words }) => words)
  const shared = figures.shared && plain(t('session:slide.shared_by', figures.shared))
  return [
    row('areas', spans(sheet.areas.map(names.area))),
    row('countries', [countries.length > 0 ? plain(list(countries)) : null, typed(sheet.exceptional)]),
    row('lead', sheet.lead === null ? [] : spans([names.country(sheet.lead)])),
    row('scope', [plain(t(`requests:scope.${sheet.scope}`))]),
    row('figures', [shared, plain(t('session:snapshot.number', { number: snapshotNumber }))]),
    row('problem', [typed(sheet.problem)]),
    row('measures', spans(sheet.measures.map(names.measure))),
  ]
}

function activity({ sheet }: TafRequest, names: SheetNames, speech: Speech): Row[] {
  const { t, language, number } = speech
  const row = rowsFor(speech)
  return [
    row('modality', [
      sheet.modality === null ? null : spanOf(names.modality(sheet.modality), language),
      typed(sheet.format),
    ]),
    row('target', [
      typed(sheet.target),
      sheet.participants === null ? null : plain(t('requests:participants', { count: sheet.participants })),
    ]),
    row('days', [sheet.days === null ? null : plain(number(sheet.days))]),
    row('place', [typed(sheet.place), typed(sheet.period)]),
    row('partner', sheet.partner === null ? [] : [spanOf(names.partner(sheet.partner), language)]),
    row('support', [typed(sheet.support)]),
    row(
      'criteria',
      sheet.criteria.map((one) => plain(t(`requests:criterion.${one}`))),
    ),
  ]
}

/** Where it stands, in words: the Commission's decision with what it was. */
export const standingWords = (
  { status, decision }: Pick<TafRequest['steps'][number], 'status' | 'decision'>,
  { t }: Pick<Speech, 't'>,
): string => (decision ? t(`requests:decided.${decision}`) : t(`requests:status.${status}`))

/** The oldest first: each with its day, who took it, its note, and the team's judgement where there is one. */
function stepTable({ steps }: TafRequest, speech: Speech): Block {
  const { t, moment } = speech
  const judged = (scores: Readonly<Record<string, number>>) =>
    Object.entries(scores).map(([key, score]) => `${t(`requests:criterion.${key}`)}${t('results:colon')}${score}/3`)
  return {
    kind: 'table',
    caption: t('requests:steps.caption'),
    head: [t('requests:steps.status'), t('requests:steps.at'), t('requests:steps.by'), t('requests:steps.note')],
    rows: steps
      .toReversed()
      .map((step) => [
        plain(standingWords(step, speech)),
        plain(moment(step.at)),
        typed(step.by),
        plain([step.note, ...(step.scores ? judged(step.scores) : [])].filter(Boolean).join('\n')),
      ]),
  }
}
