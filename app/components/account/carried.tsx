// Fields of another page, carried through this one.
type Field = { readonly name: string; readonly value: string }

/** @param prefix `carried:` on the way; none when they go on to where they were meant for */
export function Carried({ fields, prefix }: { fields: readonly Field[]; prefix: '' | 'carried:' }) {
  return fields.map(({ name, value }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
    <input key={place} type="hidden" name={prefix + name} value={value} />
  ))
}
