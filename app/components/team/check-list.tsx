// Several of a list, as boxes to tick: the same name as often as something is chosen.
import { type Choice, type Sent, Wrong } from './fields.tsx'

type CheckProps = {
  readonly sent: Sent
  readonly name: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
}

export function CheckList({ sent, name, label, choices, chosen }: CheckProps) {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="choices two">
        {choices.map(({ value, words }) => (
          <label key={value} className="choice">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <Wrong sent={sent} name={name} label={label} />
    </fieldset>
  )
}
