// The conclusions of a session as parts of a document: the text, where it stands, the figure it rests on, who objected.
import type { Conclusion } from '#db/conclusions.ts'
import type { Meeting } from '#db/meetings.ts'
import { saying } from '../components/questions/said.tsx'
import type { Speech } from '../components/words.tsx'
import { type Block, heading, paragraph, plain, spanOf, typed } from './model.ts'

/** Withdrawn ones keep their number and say that they were withdrawn; their text is gone. */
export function conclusionBlocks(
  conclusions: readonly Conclusion[],
  meeting: Meeting,
  speech: Speech,
  now: Date,
): Block[] {
  const { t } = speech
  if (conclusions.length === 0) return [paragraph(t('documents:nothing_concluded'))]
  return conclusions.flatMap((one): Block[] => {
    const [newest] = one.revisions
    const title = heading(t('session:conclusions.number', { number: one.number }))
    if (newest.stand === 'withdrawn') return [title, paragraph(t('session:stand.withdrawn'))]
    return [title, paragraph(spanOf(newest.texts, speech.language)), factsOf(one, meeting, speech, now)]
  })
}

function factsOf({ revisions: [newest], objections }: Conclusion, meeting: Meeting, speech: Speech, now: Date): Block {
  const { t, language, list, moment, deadline, zone } = speech
  const nameOf = (code: string) =>
    saying(meeting.roster.countries.find((one) => one.code === code)?.label ?? { en: code }, language).words
  const { stand, countries, words, figure, silenceUntil, revision, at } = newest
  const standing = t(`session:stand.${stand}`)
  const said = objections
    .filter((one) => one.revision === revision)
    .map((one) =>
      typed(`${nameOf(one.country)} (${t(`session:objection.${one.kind}`)})${t('results:colon')}${one.words}`),
    )
  const silence = silenceUntil && {
    at: deadline(silenceUntil),
    zone: zone(meeting.timeZone),
  }
  const isOver = silenceUntil !== null && silenceUntil <= now.toISOString()
  const row = (key: string, spans: Extract<Block, { kind: 'facts' }>['rows'][number]['said']) => ({
    label: plain(t(key)),
    said: spans,
  })
  return {
    kind: 'facts',
    rows: [
      row('session:conclusions.stand', [
        plain(countries.length > 0 ? `${standing}${t('results:colon')}${list(countries.map(nameOf))}` : standing),
      ]),
      ...(words ? [row('session:conclusions.words', [typed(words)])] : []),
      row('session:conclusions.rests_on', [
        plain(
          figure ? t('session:conclusions.figure', { number: figure.snapshot }) : t('session:conclusions.no_figure'),
        ),
      ]),
      ...(silence
        ? [
            row('session:silence.title', [
              plain(t(isOver ? 'session:silence.over' : 'session:silence.until', silence)),
              ...(said.length > 0 ? said : [plain(t('session:silence.none'))]),
            ]),
          ]
        : []),
      row('documents:revision', [plain(t('documents:revision_at', { revision, at: moment(at) }))]),
    ],
  }
}
