// What delegations said of what the facility delivered: for the team, which asked.
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../questions/said.tsx'
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'

type Answer = {
  readonly country: Text
  readonly round: string
  readonly answer: string
  readonly words: string
  readonly at: string
}

export function Delivered({ answers }: { answers: readonly Answer[] }) {
  const { t, moment } = useWords()
  return (
    <section className="stack" aria-labelledby="delivered">
      <h2 id="delivered">{t('requests:delivered.heard')}</h2>
      <Scroll label={t('requests:delivered.heard')}>
        <table className="roomy">
          <thead>
            <tr>
              <th scope="col">{t('requests:delivered.country')}</th>
              <th scope="col">{t('requests:delivered.answer')}</th>
              <th scope="col">{t('requests:delivered.words')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map((one) => (
              <tr key={`${one.round} ${one.at}`}>
                <th scope="row">
                  <Said text={one.country} />
                </th>
                <td>
                  {t(`requests:verdict.${one.answer}`)}
                  <br />
                  <span className="meta">{moment(one.at)}</span>
                </td>
                <td dir="auto">{one.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
