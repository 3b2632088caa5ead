// Options in order, by buttons: a finger, a keyboard, a voice can use it, and it needs no script.
import type { Option, RankingQuestion } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { namesOf } from './asked.ts'
import type { ControlProps } from './control.tsx'
import { useParts } from './parts.ts'
import { Said, useSaying } from './said.tsx'

/** What the enhancement needs to rewrite the buttons' names when the order changes. */
function usePatterns() {
  const { t } = useWords()
  const blanks = { name: '{name}', place: '{place}' }
  return {
    'data-up': t('answer:ranking.up', blanks),
    'data-down': t('answer:ranking.down', blanks),
    'data-out': t('answer:ranking.out', blanks),
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
  return (
    <div data-ranking={name} data-most={most} {...usePatterns()}>
      <p className="meta" data-empty="" hidden={ranked.length > 0}>
        {t('answer:ranking.empty')}
      </p>
      <ol role="list" className="ranking" hidden={ranked.length === 0}>
        {ranked.map((option, index) => (
          <Ranked key={option.key} field={name} option={option} place={index + 1} of={ranked.length} />
        ))}
      </ol>
      <p className="gap-above meta" hidden={rest.length === 0}>
        {t('answer:ranking.rest')}
      </p>
      <ul role="list" className="unranked">
        {rest.map((option) => (
          <Unranked
            key={option.key}
            field={name}
            option={option}
            place={ranked.length + 1}
            isFull={ranked.length >= most}
          />
        ))}
      </ul>
      <p className="hidden" role="status" data-said="" />
    </div>
  )
}

function Ranked({ field, option, place, of }: { field: string; option: Option; place: number; of: number }) {
  const { t } = useWords()
  const name = useSaying()(option.label).words
  const act = (verb: string) => `rank-${verb}:${field}:${option.key}`
  return (
    <li data-option={option.key} data-name={name}>
      <span>
        <Said text={option.label} />
        <input type="hidden" name={namesOf(field).value} value={option.key} />
      </span>
      <span className="acts">
        <Mark act={act('up')} mark="↑" says={t('answer:ranking.up', { name, place })} disabled={place === 1} />
        <Mark act={act('down')} mark="↓" says={t('answer:ranking.down', { name, place })} disabled={place === of} />
        <Mark act={act('out')} mark="×" says={t('answer:ranking.out', { name })} />
      </span>
    </li>
  )
}

function Mark({ act, mark, says, disabled }: { act: string; mark: string; says: string; disabled?: boolean }) {
  return (
    <button type="submit" className="button second small" name="act" value={act} disabled={disabled}>
      <span aria-hidden="true">{mark}</span>
      <span className="hidden">{says}</span>
    </button>
  )
}

type UnrankedProps = { field: string; option: Option; place: number; isFull: boolean }
function Unranked({ field, option, place, isFull }: UnrankedProps) {
  const { t } = useWords()
  const name = useSaying()(option.label).words
  const act = `rank-add:${field}:${option.key}`
  return (
    <li data-option={option.key} data-name={name}>
      <span>
        <Said text={option.label} />
      </span>
      <span className="acts">
        <button type="submit" className="button second small" name="act" value={act} disabled={isFull}>
          <span data-words="">{t('answer:ranking.add', { place })}</span>
          <span className="hidden"> {name}</span>
        </button>
      </span>
    </li>
  )
}
