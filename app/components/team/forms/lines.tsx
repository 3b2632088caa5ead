// What has no equivalent on the other side: by reason, and under each reason cell by cell.
import type { LineGroup } from '../../../routes/team/forms/version.server.ts'
import { useWords } from '../../words.tsx'
import { Scroll } from '../scroll.tsx'

export function LineGroups({ groups }: { groups: readonly LineGroup[] }) {
  const { t } = useWords()
  if (groups.length === 0) return <p className="meta">{t('forms:lines.none')}</p>
  return (
    <div className="stack tight">
      {groups.map((group) => (
        <details key={group.why} className="more">
          <summary>
            {t(`forms:why.${group.why}`)}{' '}
            <span className="meta">
              {t(`forms:effect.${group.effect}`)} · {t('forms:lines.count', { count: group.lines.length })}
            </span>
          </summary>
          <Cells group={group} />
        </details>
      ))}
    </div>
  )
}

function Cells({ group }: { group: LineGroup }) {
  const { t, number } = useWords()
  const name = t(`forms:why.${group.why}`)
  return (
    <Scroll label={name}>
      <table>
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('forms:lines.sheet')}</th>
            <th scope="col" className="n">
              {t('forms:lines.row')}
            </th>
            <th scope="col">{t('forms:lines.column')}</th>
            <th scope="col">{t('forms:lines.what')}</th>
            <th scope="col">{t('forms:lines.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {group.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are a report that nobody reorders
            <tr key={index}>
              <td>
                <bdi>{line.sheet}</bdi>
              </td>
              <td className="n">{line.row === 0 ? '' : number(line.row)}</td>
              <td>
                <bdi>{line.column}</bdi>
              </td>
              <td>
                <bdi>{line.what}</bdi>
              </td>
              <td>
                <bdi>{line.detail}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
