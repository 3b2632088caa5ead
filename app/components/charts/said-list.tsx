// Who said what, in protocol order, as far as it may be shown; texts in the language in which they were written.
import { Said, tongueOf, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Wide } from './figure.tsx'
import type { Answer, QuestionView, SaidItem } from './question-view.ts'
import { times } from './times.ts'

type Props = {
  readonly question: QuestionView
  /** the page of one cell */
  readonly link: (country: string, field: string) => string
}

export function SaidList({ question, link }: Props) {
  const { t } = useWords()
  if (question.countries.length === 0) return <p>{t('results:question.no_names')}</p>
  const isWritten = question.type === 'text' || question.type === 'long_text' || question.type === 'file'
  const inGroup = question.said.some(({ item }) => item !== null)
  if (inGroup && !isWritten) return <Matrix question={question} link={link} />
  return question.said.map((one) => <ByCountry key={one.item?.key ?? ''} said={one} question={question} link={link} />)
}

/** One table per item, or the only one. */
function ByCountry({ said, question, link }: Props & { said: SaidItem }) {
  const { t } = useWords()
  const say = useSaying()
  const countries = question.countries.filter(({ code }) => said.answers[code])
  if (said.item && countries.length === 0) return null
  if (countries.length === 0) return <p>{t('results:question.nothing_said')}</p>
  const name = said.item ? say(said.item.label).words : t('results:question.said_table')
  return (
    <Wide name={name}>
      <table>
        <caption className={said.item ? undefined : 'hidden'}>
          {said.item ? <Said text={said.item.label} /> : name}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('results:question.delegation')}</th>
            <th scope="col">{t('results:question.answer')}</th>
            <th scope="col">{t('results:question.comment')}</th>
          </tr>
        </thead>
        <tbody>
          {countries.map(({ code, label }) => (
            <tr key={code}>
              <th scope="row">
                <Said text={label} />
              </th>
              <Words answer={said.answers[code]} href={link(code, said.field)} />
              <td dir="auto">{said.answers[code]?.comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

/** Items down, delegations across. */
function Matrix({ question, link }: Props) {
  const { t } = useWords()
  const name = t('results:question.said_table')
  return (
    <Wide name={name}>
      <table className="first-fixed">
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:question.item')}</th>
            {question.countries.map(({ code, label }) => (
              <th key={code} scope="col">
                <Said text={label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.said.map(({ item, field, answers }) => (
            <tr key={item?.key}>
              <th scope="row">{item && <Said text={item.label} />}</th>
              {question.countries.map(({ code }) => (
                <Words key={code} answer={answers[code]} href={link(code, field)} withComment />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

type WordsProps = { readonly answer: Answer | undefined; readonly href: string; readonly withComment?: boolean }

/** The answer, leading to its cell. */
function Words({ answer, href, withComment = false }: WordsProps) {
  const { t, language } = useWords()
  if (!answer)
    return (
      <td>
        <span aria-hidden="true">·</span>
        <span className="hidden">{t('results:not_answered')}</span>
      </td>
    )
  return (
    <td className={answer.isAbsence ? 'absent' : undefined}>
      <a href={href}>
        {times(answer.lines.length, (line) => (
          <span key={line} dir="auto" lang={tongueOf(answer.language, language).lang}>
            {line > 0 && <br />}
            {answer.lines[line]}
          </span>
        ))}
        {answer.lines.length === 0 && t('results:question.comment')}
      </a>
      {withComment && answer.comment && (
        <span dir="auto">
          <br />
          <small>{answer.comment}</small>
        </span>
      )}
    </td>
  )
}
