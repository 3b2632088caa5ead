// The partners matrix: asked for by how many, already active in how many, marked where the two meet in one country.
import type { ContactTable, PartnerCell, PartnerRow, Partners } from '#surveys/analysis/partners.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Wide } from './figure.tsx'

type Props = {
  readonly partners: Partners
  readonly rows: readonly PartnerRow[]
  readonly caption: string
  readonly link: (area: string) => string
}

export function PartnersMatrix({ partners, rows, caption, link }: Props) {
  const { t } = useWords()
  return (
    <Wide name={t('dashboards:partners.region')}>
      <table className="mix first-fixed">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:needs.area')}</th>
            {partners.partners.map((partner) => (
              <th key={partner.key} scope="col">
                <Said text={partner.label} />
              </th>
            ))}
            <th scope="col">{t('dashboards:partners.offers')}</th>
            <th scope="col">{t('results:answered')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.area.key}>
              <th scope="row">
                <a href={link(row.area.key)}>
                  <Said text={row.area.label} />
                </a>
                {row.mayDuplicate && <small> {t('results:needs.check_duplication')}</small>}
              </th>
              {row.isHidden ? (
                <td colSpan={partners.partners.length + 1}>{t('results:too_small')}</td>
              ) : (
                <Figures row={row} partners={partners} />
              )}
              <td>{t('results:k_of_n', { k: row.base.n, n: row.base.of })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Figures({ row, partners }: { row: PartnerRow; partners: Partners }) {
  const { number, list } = useWords()
  const say = useSaying()
  const names = row.offering.map((country) => say(country.label).words)
  return (
    <>
      {row.cells.map((cell, place) => (
        <td key={partners.partners[place]?.key}>
          <Meeting cell={cell} />
        </td>
      ))}
      <td className="wide">
        <b>{number(row.offers)}</b> {names.length > 0 && list(names)}
      </td>
    </>
  )
}

/** Asked for / active; framed where both happen in one country. */
function Meeting({ cell }: { cell: PartnerCell }) {
  const { t, number } = useWords()
  const { requested, active, isInSameCountry } = cell
  if (requested + active === 0) return <span className="nil">{number(0)}</span>
  const numbers = (
    <>
      <span aria-hidden="true">
        <b>{number(requested)}</b> / {number(active)}
      </span>
      <span className="hidden">{t('dashboards:partners.cell', { requested, active })}</span>
    </>
  )
  if (!isInSameCountry) return numbers
  return (
    <span className="firm yes">
      {numbers}
      <span className="hidden"> {t('results:needs.check_duplication')}</span>
    </span>
  )
}

/** How many are in touch with a body, or use a channel: options across. */
export function Contacts({ table, link }: { table: ContactTable; link: (ref: string) => string }) {
  const { t, number } = useWords()
  const { group, question } = table.field
  const name = useSaying()(group?.label ?? question.label).words
  return (
    <Wide name={name}>
      <table className="first-fixed">
        <caption>
          <a href={link(`${group?.group}.${question.key}`)}>{name}</a>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('results:question.item')}</th>
            {table.field.options.map((option) => (
              <th key={option.key} scope="col" className="n">
                <Said text={option.label} />
              </th>
            ))}
            <th scope="col" className="n">
              {t('results:answered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.item.key}>
              <th scope="row">
                <Said text={row.item.label} />
              </th>
              {row.isHidden ? (
                <td colSpan={row.counts.length}>{t('results:too_small')}</td>
              ) : (
                row.counts.map(({ option, count }) => (
                  <td key={option.key} className="n">
                    {number(count)}
                  </td>
                ))
              )}
              <td className="n">{t('results:k_of_n', { k: row.base.n, n: row.base.of })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
