// Partners: asked for where, active where, offered by whom, and where that may be twice the same.
import { useLoaderData } from '@remix-run/react'
import { asParticipant, notFound } from '../../access.server.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { Figure, Source, useFinding } from '../../components/charts/figure.tsx'
import { Filters } from '../../components/charts/filters.tsx'
import { questionHref } from '../../components/charts/links.ts'
import { Contacts, PartnersMatrix } from '../../components/charts/partners.tsx'
import { useSource } from '../../components/charts/sources.ts'
import { useWords } from '../../components/words.tsx'
import { areaFilters, passing } from './filters.server.ts'
import { factsOf, frameOf, requireResults } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

export const handle = { enhance: ['picture'] }

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const partners = results.partners()
  if (!partners) throw notFound()
  const { part } = partners
  const order = results.needs()?.rows.map((row) => row.area.key) ?? []
  const rows = [...partners.rows].sort((a, b) => order.indexOf(a.area.key) - order.indexOf(b.area.key))
  return {
    ...frameOf(results, visit, visit.t('dashboards:partners.title')),
    facts: factsOf(results, visit, partners.section),
    partners: { ...partners, rows: [] },
    rows: passing(rows, results.areas, (row) => row.area.key),
    filters: areaFilters(results, visit.url, rows.length),
    numbers: numbersAt(results.view, [part.requested, part.active, part.offered, part.contacts, part.channels]),
  }
})

export default function PartnersPage() {
  const { title, facts, partners, rows, filters, numbers } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const heading = useFinding()(partners.finding)
  const source = useSource(numbers, facts.version)
  const link = (ref: string) => questionHref(facts, ref)
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('dashboards:partners.lead')}</p>
      </div>
      <Facts facts={facts} />
      <Figure
        id="partners"
        heading={heading}
        explained={t('dashboards:partners.explained', { from: partners.part.shared_from })}
        source={
          <Source csv={`${facts.base}/partners.csv${facts.search}`} source={source} facts={facts} chart="partners">
            {t('results:base_of', { n: partners.base.n, all: partners.base.of })}
          </Source>
        }
      >
        <Filters filters={filters} path={facts.path} />
        <PartnersMatrix
          partners={partners}
          rows={rows}
          caption={heading}
          link={(area) => questionHref(facts, partners.part.requested, area)}
        />
      </Figure>
      <div className="stack">
        {partners.contacts && <Contacts table={partners.contacts} link={link} />}
        {partners.channels && <Contacts table={partners.channels} link={link} />}
      </div>
    </div>
  )
}
