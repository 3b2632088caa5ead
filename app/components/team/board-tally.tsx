// The figures above the board: what is in, what is being written, what waits for us, and whether charts are final.
import type { Text } from '#surveys/definition/model.ts'
import type { Counts } from '../../routes/team/board-rows.ts'
import { useSaying } from '../questions/said.tsx'
import { Seats } from '../seats.tsx'
import { useWords } from '../words.tsx'

type TallyProps = {
  readonly counts: Counts
  readonly us: readonly Text[]
  readonly openEvidence: number
  /** 0–1; null: the questionnaire names none */
  readonly neededShare: number | null
}

export function BoardTally({ counts, us, openEvidence, neededShare }: TallyProps) {
  const { t, number, list } = useWords()
  const saying = useSaying()
  const { all, submitted, accepted, drafts, untouched } = counts
  const needed = neededShare === null ? null : Math.ceil(neededShare * all)
  return (
    <dl className="tally">
      <div>
        <dt>{t('team:tally.submitted')}</dt>
        <dd>
          {number(submitted)}{' '}
          <small>
            {t('team:tally.of', { all })} <Seats taken={submitted} of={all} />
          </small>
        </dd>
      </div>
      <div>
        <dt>{t('review:board.accepted')}</dt>
        <dd>
          {number(accepted)} <small>{t('team:tally.of', { all })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('team:tally.drafts')}</dt>
        <dd>
          {number(drafts)} <small>{t('team:tally.of', { all })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('team:tally.untouched')}</dt>
        <dd>
          {number(untouched)} <small>{t('team:tally.of', { all })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('team:tally.evidence')}</dt>
        <dd>
          {number(openEvidence)} <small>{list(us.map((country) => saying(country).words))}</small>
        </dd>
      </div>
      {needed !== null && (
        <div>
          <dt>{t('team:tally.base')}</dt>
          <dd>
            {number(needed)}{' '}
            <small>{t(`team:tally.${submitted >= needed ? 'reached' : 'provisional'}`, { all })}</small>
          </dd>
        </div>
      )}
    </dl>
  )
}
