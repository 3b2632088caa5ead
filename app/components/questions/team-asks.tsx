// What the project team asks about an answer, beside it; and a question of a returned reply that stays as it is.
import { GivenAnswer } from '../answering/given-answer.tsx'
import { useWords } from '../words.tsx'
import { type Asked, hasAnswer, idOf } from './asked.ts'
import { InsideLinks } from './inside.tsx'
import { Label } from './label.tsx'
import { tongueOf } from './said.tsx'
import { SpreadLine } from './spread.tsx'

/** Nothing where the team asks nothing. */
export function TeamAsks({ asked }: { asked: Asked }) {
  const { t, language } = useWords()
  const { team, field } = asked
  if (team === null) return null
  return (
    <section className="asked" aria-label={t('review:asked.label', { number: field.number })}>
      <p className="over">{t('review:thread.team_asks')}</p>
      <p {...tongueOf(team.language, language)} dir="auto">
        {team.words}
      </p>
      <p className="fine">{team.who}</p>
      <p>
        <a href={team.href}>{t(team.isAnswered ? 'review:asked.answered' : 'review:asked.reply')}</a>
      </p>
    </section>
  )
}

/** To be read, not changed: it was not asked about. */
export function Locked({ asked, place }: { asked: Asked; place: 'question' | 'field' }) {
  const { field, cell, applies } = asked
  return (
    <div className={`${place} wide`} id={idOf(field.name)} hidden={!applies && !hasAnswer(cell)}>
      <p className={place === 'question' ? 'ask' : 'ask sub'}>
        <Label asked={asked} />
      </p>
      <div className="without">
        <b>
          <GivenAnswer field={field} cell={cell ?? undefined} />
        </b>
        <p className="fine">{asked.locked}</p>
      </div>
      <SpreadLine asked={asked} />
      <p className="below">
        <InsideLinks asked={asked} />
      </p>
    </div>
  )
}
