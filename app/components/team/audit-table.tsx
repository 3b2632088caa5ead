// Entries of the trail with everything they say; their hashes prove that none was changed or taken away.

import type { Deed } from '../../routes/team/deeds.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { actionWords } from './action-words.ts'
import { Scroll } from './scroll.tsx'

export type Entry = Deed & {
  readonly round: string | null
  readonly hash: string
  readonly requestId: string | null
  readonly details: readonly (readonly [string, string])[]
}

export function AuditTable({ entries }: { entries: readonly Entry[] }) {
  const { t } = useWords()
  if (entries.length === 0) return <p className="meta">{t('team:audit.nothing')}</p>
  return (
    <Scroll label={t('nav.audit')}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            <th scope="col">{t('team:deeds.when')}</th>
            <th scope="col">{t('team:deeds.what')}</th>
            <th scope="col">{t('team:audit.concerns')}</th>
            <th scope="col">{t('team:deeds.who')}</th>
            <th scope="col">{t('team:audit.details')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.seq} entry={entry} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Row({ entry }: { entry: Entry }) {
  const { t, short } = useWords()
  return (
    <tr>
      <td className="num">{short(entry.at)}</td>
      <th scope="row">
        {actionWords(entry.action, t)}
        {entry.why && (
          <>
            <br />
            <span className="meta" dir="auto">
              {entry.why}
            </span>
          </>
        )}
      </th>
      <td>
        {entry.country && <Said text={entry.country} />}
        {entry.round && (
          <>
            <br />
            <span className="fine">
              <bdi>{entry.round}</bdi>
            </span>
          </>
        )}
      </td>
      <td>{entry.actor ? <bdi>{entry.actor}</bdi> : t('team:deeds.system')}</td>
      <td>
        <details className="more fine">
          <summary>{t('team:audit.show')}</summary>
          <Details entry={entry} />
        </details>
      </td>
    </tr>
  )
}

function Details({ entry }: { entry: Entry }) {
  const { t } = useWords()
  const facts = [
    ...entry.details,
    [t('team:audit.hash'), entry.hash],
    [t('team:audit.request'), entry.requestId ?? '–'],
  ]
  return (
    <dl className="facts tight">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
