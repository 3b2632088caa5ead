// The latest deeds from the audit trail, the youngest first.

import type { Deed } from '../../routes/team/deeds.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { actionWords } from './action-words.ts'
import { Scroll } from './scroll.tsx'

export function Deeds({ deeds, title, more }: { deeds: readonly Deed[]; title: string; more: string }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="deeds">
      <div className="spread">
        <h2 id="deeds">{title}</h2>
        <a href={more}>{t('team:deeds.all')}</a>
      </div>
      <DeedTable deeds={deeds} label={title} />
    </section>
  )
}

function DeedTable({ deeds, label }: { deeds: readonly Deed[]; label: string }) {
  const { t, short } = useWords()
  if (deeds.length === 0) return <p className="meta">{t('team:deeds.none')}</p>
  return (
    <Scroll label={label}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            <th scope="col">{t('team:deeds.when')}</th>
            <th scope="col">{t('team:deeds.what')}</th>
            <th scope="col">{t('team:deeds.who')}</th>
          </tr>
        </thead>
        <tbody>
          {deeds.map((deed) => (
            <tr key={deed.seq}>
              <td className="num">{short(deed.at)}</td>
              <th scope="row">
                {actionWords(deed.action, t)}
                {deed.country && (
                  <>
                    {' · '}
                    <Said text={deed.country} />
                  </>
                )}
                {deed.why && (
                  <>
                    <br />
                    <span className="fine" dir="auto">
                      {deed.why}
                    </span>
                  </>
                )}
              </th>
              <td>{deed.actor ? <bdi>{deed.actor}</bdi> : t('team:deeds.system')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
