// The system: whether answers can be kept, what runs since when, how full the disk is, what waits, and the last backup.
import { useLoaderData } from '@remix-run/react'
import { listAudit } from '#db/audit.ts'
import { mailQueueOf, measuresOf } from '#db/measures.ts'
import { asTeam } from '../../access.server.ts'
import { Head } from '../../components/team/frame.tsx'
import { SlowQueries } from '../../components/team/slow-queries.tsx'
import { SystemFacts } from '../../components/team/system-facts.tsx'
import { useWords } from '../../components/words.tsx'
import { backupOf, standOf } from './system-stand.ts'

/** How many sentences of the database the page names. */
const SLOWEST = 10

export const loader = asTeam(async ({ db, t, house, now }) => {
  const { config, running, storage } = house
  const [made] = await listAudit(db, { action: 'backup.made', limit: 1 })
  const backup = made ? backupOf(made) : null
  return {
    title: t('nav.system'),
    stand: standOf({ closed: storage.closed, backupAt: backup?.at ?? null, now }),
    program: { version: running.version, node: process.version, since: running.since.toISOString() },
    database: await measuresOf(db),
    disk: storage.space,
    closed: storage.closed && { why: storage.closed.why, since: storage.closed.since.toISOString() },
    mail: { ...(await mailQueueOf(db)), hasSmtp: config.smtpUrl !== null },
    backup,
    slowest: running.queries.slowest(SLOWEST),
  }
})

export default function System() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <Head over={t('place.team')} title={t(`system:page.finding.${page.stand}`)}>
        <p className="lead">{t(`system:page.lead.${page.stand}`)}</p>
      </Head>
      <SystemFacts {...page} />
      <SlowQueries queries={page.slowest} since={page.program.since} />
    </div>
  )
}
