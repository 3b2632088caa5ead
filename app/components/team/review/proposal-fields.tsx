// The correction that a question may propose: the control of the question itself, as the delegation would answer it.
import type { Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { type Asked, namesOf } from '../../questions/asked.ts'
import { Control, isOneElement } from '../../questions/control.tsx'
import type { NamedField } from '../../review/field-name.tsx'
import { useWords } from '../../words.tsx'

type ProposalProps = { readonly field: NamedField; readonly cell: Cell | null; readonly problem: string | null }

/** Documents are the delegation's own, and what it confirms nobody confirms for it. */
export const canPropose = ({ question }: NamedField): boolean => question.type !== 'file' && question.type !== 'confirm'

export function ProposalFields({ field, cell, problem }: ProposalProps) {
  const { t } = useWords()
  const asked = askedAs(field, cell, problem)
  const id = `proposal-${field.name}`.replace(/[^\w-]/g, '-')
  return (
    <details className="more" open={cell !== null || problem !== null}>
      <summary>{t('desk:proposal.propose')}</summary>
      <div className="stack tight">
        <p className="meta" id={id}>
          {t('desk:proposal.means')}
        </p>
        {problem !== null && (
          <p className="wrong-text" id="proposal">
            {problem}
          </p>
        )}
        <input type="hidden" name={namesOf(field.name).revision} value="0" />
        {isOneElement(asked.field, 'page') ? (
          <>
            <label htmlFor={`${field.name}-v`.replace(/[^\w-]/g, '-')} className="ask sub">
              {t('desk:proposal.value')}
            </label>
            <Control asked={asked} layout="page" describedBy={id} />
          </>
        ) : (
          <fieldset aria-describedby={id}>
            <legend className="ask sub">{t('desk:proposal.value')}</legend>
            <Control asked={asked} layout="page" describedBy={id} />
          </fieldset>
        )}
        <button type="submit" name="act" value={`clear:${field.name}`} className="button quiet small">
          {t('desk:proposal.none')}
        </button>
      </div>
    </details>
  )
}

/** The question as the control knows it; of its expressions it reads nothing. */
function askedAs(field: NamedField, cell: Cell | null, problem: string | null): Asked {
  return {
    field: field as Field,
    address: '',
    cell,
    base: 0,
    applies: true,
    isRequired: false,
    decidedBy: [],
    saved: null,
    problem,
    link: null,
    clash: null,
    locked: null,
    team: null,
    remarks: null,
    takesDocuments: false,
    spread: null,
  }
}
