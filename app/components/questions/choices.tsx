// What is chosen: radio buttons, a select, levels of a scale, yes and no, several, a confirmation.
import type { MultiQuestion, Option } from '#surveys/definition/model.ts'
import { useWords } from '../words.tsx'
import { idOf, namesOf } from './asked.ts'
import type { ControlProps } from './control.tsx'
import { useParts } from './parts.ts'
import { Said, useSaying } from './said.tsx'

/** The first option carries the id that an error links to. */
const idAt = (field: string, index: number) => (index === 0 ? idOf(field, 'v') : undefined)

function Choice({ option, ...input }: { option: Option } & React.ComponentPropsWithoutRef<'input'>) {
  return (
    <label className="choice">
      <input value={option.key} {...input} />
      <span>
        <Said text={option.label} />
      </span>
      {option.description && (
        <small>
          <Said text={option.description} />
        </small>
      )}
    </label>
  )
}

function RadioChoices({ asked }: ControlProps) {
  const { name, options } = asked.field
  const chosen = useParts(asked)
  return options.map((option, index) => (
    <Choice
      key={option.key}
      option={option}
      type="radio"
      id={idAt(name, index)}
      name={namesOf(name).value}
      defaultChecked={chosen.includes(option.key)}
    />
  ))
}

export function Radios(props: ControlProps) {
  return (
    <div className="choices">
      <RadioChoices {...props} />
    </div>
  )
}

/** Yes, partly and no stand side by side. */
export function Three(props: ControlProps) {
  return (
    <div className="three">
      <RadioChoices {...props} />
    </div>
  )
}

/** In a table the row and the column name the select, and a dash is enough for "nothing chosen". */
export function OneOf({ asked, describedBy, labelledBy }: ControlProps) {
  const { t } = useWords()
  const say = useSaying()
  const { name, options, question } = asked.field
  const [chosen] = useParts(asked)
  return (
    <select
      id={idOf(name, 'v')}
      name={namesOf(name).value}
      className={labelledBy === undefined ? 'mid' : undefined}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={asked.problem === null ? undefined : true}
      defaultValue={chosen ?? ''}
    >
      <option value="">{labelledBy === undefined ? t('answer:choose') : '–'}</option>
      {options.map((option) => {
        const { words, tongue } = say(option.label)
        return (
          <option key={option.key} value={option.key} {...tongue}>
            {question.type === 'scale' ? `${option.value} ${words}` : words}
          </option>
        )
      })}
    </select>
  )
}

/** Each level says what it means; the scale runs with the reading direction. */
export function Levels({ asked }: ControlProps) {
  const { name, options } = asked.field
  const chosen = useParts(asked)
  return (
    <div className="scale">
      {options.map((option, index) => (
        <label key={option.key} className="level">
          <input
            type="radio"
            id={idAt(name, index)}
            name={namesOf(name).value}
            value={option.key}
            defaultChecked={chosen.includes(option.key)}
          />
          <b>{option.value}</b>
          <Level option={option} />
        </label>
      ))}
    </div>
  )
}

function Level({ option }: { option: Option }) {
  if (option.description === undefined)
    return (
      <span>
        <Said text={option.label} />
      </span>
    )
  return (
    <span>
      <strong>
        <Said text={option.label} />
      </strong>
      <br />
      <Said text={option.description} />
    </span>
  )
}

export function Several({ asked, question }: ControlProps & { question: MultiQuestion }) {
  const { t } = useWords()
  const { name, options } = asked.field
  const chosen = useParts(asked)
  const alone = options.filter((option) => question.exclusive.includes(option.key))
  const others = options.filter((option) => !question.exclusive.includes(option.key))
  return (
    <div className={options.length > 4 ? 'choices two' : 'choices'}>
      {others.map((option, index) => (
        <Choice
          key={option.key}
          option={option}
          type="checkbox"
          id={idAt(name, index)}
          name={namesOf(name).value}
          defaultChecked={chosen.includes(option.key)}
        />
      ))}
      {alone.length > 0 && <span className="or">{t('answer:or')}</span>}
      {alone.map((option) => (
        <label key={option.key} className="choice alone">
          <input
            type="checkbox"
            name={namesOf(name).value}
            value={option.key}
            defaultChecked={chosen.includes(option.key)}
            data-alone=""
          />
          <span>
            <Said text={option.label} />
          </span>
          <small>{t('answer:clears_others')}</small>
        </label>
      ))}
    </div>
  )
}

export function Confirm({ asked }: ControlProps) {
  const { t } = useWords()
  const { name } = asked.field
  return (
    <div className="choices">
      <label className="choice">
        <input
          type="checkbox"
          id={idOf(name, 'v')}
          name={namesOf(name).value}
          value="yes"
          defaultChecked={useParts(asked).includes('yes')}
        />
        <span>{t('answer:confirm')}</span>
      </label>
    </div>
  )
}
