// A choice from a list on the page of one's own account.
export type Offer = { readonly value: string; readonly words: string; readonly lang?: string }

type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly start: string
  readonly offers: readonly Offer[]
}

export function ChoiceField({ name, label, hint, start, offers }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <select
        className="mid control"
        id={name}
        name={name}
        defaultValue={start}
        aria-describedby={hint ? `${name}-hint` : undefined}
      >
        {offers.map(({ value, words, lang }) => (
          <option key={value} value={value} lang={lang}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
