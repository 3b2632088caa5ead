// The audit trail: who did what, to what, when and why; filtered, and as CSV.
import { useLoaderData } from '@remix-run/react'
import { listPeople } from '#db/accounts.ts'
import { listAudit } from '#db/audit.ts'
import { listRounds } from '#db/rounds.ts'
import { asTeam } from '../../access.server.ts'
import { AuditFilters } from '../../components/team/audit-filters.tsx'
import { AuditTable } from '../../components/team/audit-table.tsx'
import { Head } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { addressOf, askedOf, countriesByChain, filterOf, NOUNS } from './audit-query.ts'
import { deedOf } from './deeds.ts'

const PAGE = 100

export const loader = asTeam(async ({ db, t, url }) => {
  const asked = askedOf(url.searchParams)
  const chains = await countriesByChain(db)
  const entries = await listAudit(db, { ...(await filterOf(db, asked, chains)), limit: PAGE + 1 })
  const shown = entries.slice(0, PAGE)
  const countries = new Map([...chains].map(([chain, { label }]) => [chain, label]))
  return {
    title: t('nav.audit'),
    asked,
    address: addressOf(asked),
    nouns: NOUNS,
    rounds: (await listRounds(db)).map(({ slug, title }) => ({ slug, title })),
    people: (await listPeople(db)).map(({ id, name }) => ({ id, name })),
    entries: shown.map((entry) => ({
      ...deedOf(entry, countries),
      round: chains.get(entry.chain)?.round ?? null,
      hash: entry.hash,
      requestId: entry.requestId,
      details: Object.entries(entry.details).map(([name, value]) => [name, plain(value)] as const),
    })),
    older: entries.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
  }
})

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

export default function AuditTrail() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const older = page.older && `/team/audit${page.address ? `${page.address}&` : '?'}before=${page.older}`
  return (
    <div className="page">
      <Head over={t('place.team')} title={t('team:audit.finding')}>
        <p className="lead">{t('team:audit.lead')}</p>
      </Head>
      <AuditFilters {...page} />
      <p>
        <a href={`/team/audit.csv${page.address}`}>{t('team:audit.csv')}</a>
      </p>
      <AuditTable entries={page.entries} />
      {older && (
        <p>
          <a href={older}>{t('team:audit.older')}</a>
        </p>
      )}
    </div>
  )
}
