// What to know before filling a table in: each column's guidance, and what the levels of its scales mean. Collapsed.
import type { Field } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { Said } from './said.tsx'

export function TableGuide({ fields }: { fields: readonly Field[] }) {
  const { t } = useWords()
  const guided = fields.filter(({ question }) => question.help !== undefined)
  const scales = fields.filter((field, index) => isDescribed(field) && !repeats(fields, index))
  return (
    <>
      {guided.length > 0 && (
        <details className="more help">
          <summary>{t('answer:help.title')}</summary>
          <dl className="stack tight hint">
            {guided.map(({ question }) => (
              <div key={question.key}>
                <dt>
                  <Said text={question.label} />
                </dt>
                <dd>{question.help && <Said text={question.help} />}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {scales.map((field) => (
        <Levels key={field.name} field={field} />
      ))}
    </>
  )
}

const isDescribed = ({ question, options }: Field) =>
  question.type === 'scale' && options.some(({ description }) => description !== undefined)

/** Two columns over the same list need its levels once. */
const repeats = (fields: readonly Field[], index: number) =>
  fields.slice(0, index).some(({ options }) => options === fields[index]?.options)

function Levels({ field }: { field: Field }) {
  const { t } = useWords()
  return (
    <details className="more help">
      <summary>{t('answer:help.levels')}</summary>
      <dl className="stack tight hint">
        {field.options.map((option) => (
          <div key={option.key}>
            <dt>
              {option.value} <Said text={option.label} />
            </dt>
            <dd>{option.description && <Said text={option.description} />}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
