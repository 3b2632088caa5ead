// Going on with a later version: what it means for each delegation, counted beforehand, and the button.
import type { MovingPlan } from '#surveys/answering/carrying.ts'
import type { Text } from '#surveys/definition/model.ts'
import type { RoundNames } from '../../routes/team/overview.server.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Intent } from './frame.tsx'
import { Scroll } from './scroll.tsx'

type Moving = {
  readonly version: string
  readonly versions: readonly string[]
  readonly lines: readonly {
    readonly country: string
    readonly label: Text
    /** a submitted reply moves when it is opened again */
    readonly isNow: boolean
    readonly counts: Readonly<Record<keyof MovingPlan, number>>
  }[]
}
const COLUMNS = ['kept', 'toConfirm', 'fresh', 'aside'] as const

export function MoveRound({ moving, round, intent }: { moving: Moving; round: RoundNames; intent: string }) {
  const { t } = useWords()
  const { version, lines } = moving
  const compare = `/team/questionnaires/${round.version.slug}/compare?from=${round.version.version}&to=${version}`
  return (
    <section className="stack" id="version" aria-labelledby="version-title">
      <h2 id="version-title">{t('versions:move.title', { version })}</h2>
      <p className="prose">{t('versions:move.lead', { from: round.version.version })}</p>
      <p className="row">
        <a href={compare}>{t('versions:compare.see')}</a>
        {moving.versions
          .filter((one) => one !== version)
          .map((one) => (
            <a key={one} href={`?version=${one}#version`}>
              {t('versions:move.other', { version: one })}
            </a>
          ))}
      </p>
      <Lines lines={lines} />
      <form method="post" className="row">
        <Intent value={intent} />
        <input type="hidden" name="version" value={version} />
        <button type="submit" name="act" value="move" className="button second">
          {t('versions:move.act', { version })}
        </button>
        <span className="meta">{t('versions:move.means')}</span>
      </form>
    </section>
  )
}

function Lines({ lines }: Pick<Moving, 'lines'>) {
  const { t, number } = useWords()
  return (
    <Scroll label={t('versions:move.table')}>
      <table className="table-hover roomy">
        <caption className="hidden">{t('versions:move.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('team:board.delegation')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="n">
                {t(`versions:move.${column}`)}
              </th>
            ))}
            <th scope="col">{t('versions:move.when')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ country, label, counts, isNow }) => (
            <tr key={country}>
              <th scope="row">
                <Said text={label} />
              </th>
              {COLUMNS.map((column) => (
                <td key={column} className="n">
                  {number(counts[column])}
                </td>
              ))}
              <td>{t(isNow ? 'versions:move.now' : 'versions:move.later')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
