// What runs, what it keeps and where, as pairs of a name and a fact.
import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

export type SystemProps = {
  readonly program: { readonly version: string; readonly node: string; readonly since: string }
  readonly database: {
    readonly engine: 'sqlite' | 'postgres'
    readonly engineVersion: string
    readonly bytes: number
    readonly schema: string
    readonly auditEntries: number
    readonly checkpointAt: string | null
  }
  readonly disk: { readonly free: number; readonly whole: number } | null
  readonly closed: { readonly why: 'space' | 'failure'; readonly since: string } | null
  readonly mail: {
    readonly waiting: number
    readonly refused: number
    readonly oldest: string | null
    readonly hasSmtp: boolean
  }
  readonly backup: {
    readonly at: string
    readonly bytes: number
    readonly isEncrypted: boolean
    readonly seq: number
  } | null
}

const ENGINES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const

export function SystemFacts(props: SystemProps) {
  const { t } = useWords()
  return (
    <>
      <Group id="keeping" title={t('system:page.keeping')}>
        <Keeping {...props} />
      </Group>
      <Group id="running" title={t('system:page.running')}>
        <Running {...props} />
      </Group>
    </>
  )
}

function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className="facts">{children}</dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Keeping({ closed, disk, backup, database }: SystemProps) {
  const { t, moment, number } = useWords()
  const size = useSize()
  return (
    <>
      <Fact name={t('system:page.writing')}>
        <span className={`state ${closed ? 'back' : 'done'}`}>
          {closed ? t(`system:page.closed.${closed.why}`, { since: moment(closed.since) }) : t('system:page.open')}
        </span>
      </Fact>
      <Fact name={t('system:page.backup')}>
        {backup ? (
          <>
            {moment(backup.at)} · {size(backup.bytes)} ·{' '}
            {t(backup.isEncrypted ? 'system:page.encrypted' : 'system:page.not_encrypted')}
            <br />
            <span className="fine">{t('system:page.up_to', { seq: number(backup.seq) })}</span>
          </>
        ) : (
          t('system:page.never')
        )}
      </Fact>
      <Fact name={t('system:page.disk')}>
        {disk
          ? t('system:page.disk_free', { free: size(disk.free), whole: size(disk.whole) })
          : t('system:page.disk_elsewhere')}
      </Fact>
      <Fact name={t('system:page.trail')}>
        {t('system:page.entries', { count: database.auditEntries, number: number(database.auditEntries) })}
        <br />
        <span className="fine">
          {database.checkpointAt
            ? t('system:page.checkpoint', { at: moment(database.checkpointAt) })
            : t('system:page.no_checkpoint')}
        </span>
      </Fact>
    </>
  )
}

function Running({ program, database, mail }: SystemProps) {
  const { t, moment, number } = useWords()
  const size = useSize()
  return (
    <>
      <Fact name={t('system:page.version')}>
        <bdi>{program.version}</bdi> · <bdi>Node {program.node}</bdi>
        <br />
        <span className="fine">{t('system:page.since', { at: moment(program.since) })}</span>
      </Fact>
      <Fact name={t('system:page.database')}>
        <bdi>
          {ENGINES[database.engine]} {database.engineVersion}
        </bdi>{' '}
        · {size(database.bytes)}
        <br />
        <span className="fine">
          {t('system:page.schema')} <bdi>{database.schema}</bdi>
        </span>
      </Fact>
      <Fact name={t('system:page.mail')}>
        <a href="/team/outbox?state=waiting">
          {t('system:page.mail_waiting', { count: mail.waiting, number: number(mail.waiting) })}
        </a>
        {mail.oldest && <> · {t('system:page.mail_oldest', { at: moment(mail.oldest) })}</>}
        <br />
        <a href="/team/outbox?state=refused">
          {t('system:page.mail_refused', { count: mail.refused, number: number(mail.refused) })}
        </a>
        {!mail.hasSmtp && (
          <>
            <br />
            <span className="fine">{t('system:page.no_smtp')}</span>
          </>
        )}
      </Fact>
    </>
  )
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes as people say them: three digits at most, in thousands. */
function useSize(): (bytes: number) => string {
  const { t, number } = useWords()
  return (bytes) => {
    const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), UNITS.length)
    const value = bytes / 1000 ** power
    return t(`system:page.unit.${UNITS[power - 1]}`, { value: number(Number(value.toPrecision(3))) })
  }
}
