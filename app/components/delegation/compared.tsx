// One question in a table: the national answer, then what each institution says, with the button that adopts it.
import { isAnswered } from '#surveys/answering/cells.ts'
import type { Contribution } from '#surveys/answering/contributions.ts'
import type { KeptCell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { GivenAnswer } from '../answering/given-answer.tsx'
import type { NamedField } from '../review/field-name.tsx'
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'

export type Compared = {
  readonly field: NamedField
  readonly href: string
  readonly discussion: string
  readonly history: string
  /** the page of this question alone */
  readonly compare: string
  readonly national: KeptCell | null
  readonly differs: boolean
  readonly contributions: readonly Contribution[]
}

export function ComparedTable({ compared, canAdopt }: { compared: Compared; canAdopt: boolean }) {
  const { t } = useWords()
  const { field, national, contributions, differs } = compared
  const label = t('inside:contributions.label', { number: field.number })
  return (
    <>
      <p>
        <span className={`state ${differs ? 'part' : 'done'}`}>
          {t(differs ? 'inside:contributions.differ' : 'inside:contributions.agree')}
        </span>
      </p>
      <Scroll label={label}>
        <table className="roomy">
          <caption className="hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('inside:contributions.who')}</th>
              <th scope="col">{t('answer:record.answer')}</th>
              {canAdopt && <th scope="col">{t('inside:contributions.adopt_head')}</th>}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('inside:contributions.national')}</th>
              <Said field={field} cell={national} />
              {canAdopt && <td>–</td>}
            </tr>
            {contributions.map((one) => (
              <tr key={one.institution}>
                <th scope="row">
                  <bdi>{one.institution}</bdi>
                </th>
                <Said field={field} cell={one} />
                {canAdopt && <td>{isAnswered(one) ? <Adopt compared={compared} one={one} /> : '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

function Said({ field, cell }: { field: NamedField; cell: KeptCell | null }) {
  const { t, short } = useWords()
  return (
    <td>
      {/* `answerLines` asks for a compiled field; of its expressions it reads nothing. */}
      <GivenAnswer field={field as Field} cell={cell ?? undefined} />
      {cell?.comment && (
        <p className="meta" dir="auto">
          {t('answer:check.comment', { comment: cell.comment })}
        </p>
      )}
      {cell && (
        <p className="fine">{t('review:thread.who', { name: `\u2068${cell.by}\u2069`, when: short(cell.at) })}</p>
      )}
    </td>
  )
}

function Adopt({ compared, one }: { compared: Compared; one: Contribution }) {
  const { t } = useWords()
  return (
    <form method="post">
      <input type="hidden" name="field" value={compared.field.name} />
      <input type="hidden" name="base" value={compared.national?.revision ?? 0} />
      <button type="submit" className="button second small" name="adopt" value={one.revision}>
        {t('inside:contributions.adopt')}
        <span className="hidden">
          {' '}
          {one.institution}, {compared.field.number}
        </span>
      </button>
    </form>
  )
}
