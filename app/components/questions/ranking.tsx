// Options in order, by buttons: a finger, a keyboard, a voice can use it, and it needs no script.
import type { Option, RankingQuestion } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { namesOf } from './asked.ts'
import type { ControlProps } from './control.tsx'
import { useParts } from './parts.ts'
import { Said, useSaying } from './said.tsx'

/** What the enhancement needs to rename the buttons when the order changes. */
function usePatterns() {
  const { t } = useWords()
  const blanks = { name: '{name}', place: '{place}' }
  return {
    'data-up': t('answer:ranking.up', blanks),
    'data-down': t('answer:ranking.down', blanks),
    'data-add': t('answer:ranking.add', blanks),
    'data-moved': t('answer:ranking.moved', blanks),
    'data-removed': t('answer:ranking.removed', blanks),
  }
}

export function Ranking({ asked, question }: ControlProps & { question: RankingQuestion }) {
  const { t } = useWords()
  const { name, options } = asked.field
  const order = useParts(asked)
  const ranked = order.flatMap((key) => options.filter((option) => option.key === key))
  const rest = options.filter((option) => !order.includes(option.key))
  const most = question.max_choices ?? options.length
  const count = ranked.length
  return (
    <div data-ranking={name} data-most={most} {...usePatterns()}>
      <p className="meta" data-empty="" hidden={count > 0}>
        {t('answer:ranking.empty')}
      </p>
      <ol role="list" className="ranking" hidden={count === 0}>
        {ranked.map((option, index) => (
          <Ranked key={option.key} field={name} option={option} place={index + 1} count={count} most={most} />
        ))}
      </ol>
      <p className="gap-above meta" data-rest="" hidden={rest.length === 0}>
        {t('answer:ranking.rest')}
      </p>
      <ul role="list" className="unranked" hidden={rest.length === 0}>
        {rest.map((option) => (
          <Ranked key={option.key} field={name} option={option} place={null} count={count} most={most} />
        ))}
      </ul>
      <p className="hidden" role="status" data-said="" />
    </div>
  )
}

/** `place` null: not ranked. Both kinds carry all four buttons, so that the enhancement can move an option over. */
type RankedProps = { field: string; option: Option; place: number | null; count: number; most: number }

function Ranked({ field, option, place, count, most }: RankedProps) {
  const { t } = useWords()
  const name = useSaying()(option.label).words
  const isRanked = place !== null
  const now = { name, place: place ?? count + 1 }
  const mark = (move: string, hidden: boolean) => ({ act: `rank-${move}:${field}:${option.key}`, move, hidden })
  return (
    <li data-option={option.key} data-name={name}>
      <span>
        <Said text={option.label} />
        <input type="hidden" name={namesOf(field).value} value={option.key} disabled={!isRanked} />
      </span>
      <span className="acts">
        <Mark {...mark('up', !isRanked)} sign="↑" says={t('answer:ranking.up', now)} disabled={place === 1} />
        <Mark {...mark('down', !isRanked)} sign="↓" says={t('answer:ranking.down', now)} disabled={place === count} />
        <Mark {...mark('out', !isRanked)} sign="×" says={t('answer:ranking.out', now)} disabled={false} />
        <button
          type="submit"
          className="button second small"
          name="act"
          value={`rank-add:${field}:${option.key}`}
          data-move="add"
          hidden={isRanked || count >= most}
        >
          <span data-words="">{t('answer:ranking.add', now)}</span>
          <span className="hidden"> {name}</span>
        </button>
      </span>
    </li>
  )
}

type MarkProps = { act: string; move: string; sign: string; says: string; hidden: boolean; disabled: boolean }

function Mark({ act, move, sign, says, hidden, disabled }: MarkProps) {
  return (
    <button
      type="submit"
      className="button second small"
      name="act"
      value={act}
      data-move={move}
      hidden={hidden}
      disabled={disabled}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="hidden" data-words="">
        {says}
      </span>
    </button>
  )
}
