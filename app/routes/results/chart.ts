// A dashboard's chart as an SVG file, in the language of the reader, with its source line.
import { baseOf, voicesIn } from '#surveys/analysis/disclosure.ts'
import { attachment } from '#surveys/tables/manifest.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { dataLine } from '../../components/charts/facts.tsx'
import { drawPicture } from '../../pictures/drawing.ts'
import { type Telling, tellingOf } from './picture-telling.server.ts'
import { PICTURES } from './pictures.server.ts'
import { type Results, requireResults, stampOf } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

const isPicture = (name: string): name is keyof typeof PICTURES => Object.hasOwn(PICTURES, name)

export const loader = asParticipant(async (visit) => {
  const name = visit.params.chart ?? ''
  const results = await requireResults(visit)
  if (!isPicture(name)) throw notFound()
  const telling = tellingOf(visit, results.round.meeting.timeZone)
  const drawn = PICTURES[name](results, telling)
  if (!drawn) throw notFound()
  const { finding, refs, section, ...rest } = drawn
  const { language, dir } = telling
  const source = sourceLine(results, telling, section, refs)
  const svg = drawPicture({ ...rest, language, dir, title: telling.say(finding), source })
  const file = `${results.round.slug}-${name}-${language}.svg`
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': attachment(file),
      'cache-control': 'no-store',
    },
  })
})

function sourceLine(
  { round, view, consultation, reading }: Results,
  telling: Telling,
  section: string,
  refs: readonly (string | undefined)[],
): string {
  const { t, list, read } = telling
  const base = baseOf(view, section, voicesIn(view, section).length)
  const numbers = numbersAt(view, refs)
  const latest = consultation.replies
    .map((reply) => reply.submittedAt)
    .sort()
    .at(-1)
  const moment = { snapshot: stampOf(reading), latest: latest ?? null, timeZone: round.meeting.timeZone }
  return [
    read(round.title),
    t('results:base_of', { n: base.n, all: base.of }),
    t('results:source', { count: numbers.length, questions: list(numbers), version: round.version.version }),
    dataLine(telling, moment),
  ].join(' · ')
}
