// A correction that the team proposes: the answer as it is and as it would be, in two lines, and what became of it.
import type { Clarification } from '#surveys/answering/clarification.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { useWords } from '../words.tsx'
import type { NamedField } from './field-name.tsx'
import { TwoLines } from './two-lines.tsx'

const MARKS = { open: 'part', taken: 'kept', refused: 'none' } as const
type ProposalProps = {
  readonly field: NamedField
  readonly proposal: NonNullable<Clarification['proposal']>
  /** the answer that was asked about */
  readonly before: Cell | null
}

export function ProposalView({ field, proposal, before }: ProposalProps) {
  const { t } = useWords()
  // The comment is the delegation's own, and stays.
  const after = { ...proposal.cell, comment: before?.comment ?? null }
  return (
    <div className="earlier stack tight">
      <p className="over">{t('desk:proposal.title')}</p>
      <TwoLines field={field} before={before} after={after} />
      <p>
        <span className={`state ${MARKS[proposal.state]}`}>{t(`desk:proposal.state.${proposal.state}`)}</span>
      </p>
    </div>
  )
}
