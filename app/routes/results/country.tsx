// A country's own page in the tour de table: what all rounds of its meeting say of it, as far as it may be shown.
import { useLoaderData } from '@remix-run/react'
import { asParticipant, notFound } from '../../access.server.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { Sheet } from '../../components/charts/sheet.tsx'
import { useSourceLine } from '../../components/charts/sources.ts'
import { saying } from '../../components/questions/said.tsx'
import { speechOf } from '../../components/words.tsx'
import { noteShown } from '../team/reading-notes.server.ts'
import { sheetView } from './sheet.server.ts'
import { factsOf, frameOf, meetingSources, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { view, round } = results
  const country = view.roster.find(({ code }) => code === visit.params.country)
  if (!country) throw notFound()
  const { t, language, account } = visit
  const speech = speechOf({ t, language, digits: account.digits, timeZone: round.meeting.timeZone })
  const sheet = sheetView(await meetingSources(visit, results), country, speech)
  if (!sheet) throw notFound()
  const replies = results.consultation.replies.filter((reply) => reply.country === country.code)
  await noteShown(visit, { round, replies })
  const name = saying(country.label, language).words
  return {
    ...frameOf(results, visit, t('dashboards:sheet.title', { country: name })),
    facts: factsOf(results, visit, view.codebook.questionnaire.sections[0]?.key ?? ''),
    sheet,
  }
})

export default function CountryPage() {
  const { facts, sheet } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <Sheet sheet={sheet} source={useSourceLine(facts)} timeZone={facts.timeZone} />
      <Facts facts={facts} />
    </div>
  )
}
