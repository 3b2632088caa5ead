// A question by its number and words, with the item it is asked about.
import type { Field } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../questions/said.tsx'

/** A field without its compiled expressions, which a page does not need. */
export type NamedField = Pick<Field, 'name' | 'number' | 'options' | 'question' | 'item'>

export const namedField = ({ name, number, options, question, item }: Field): NamedField => ({
  name,
  number,
  options,
  question,
  item,
})

export function FieldName({ field }: { field: NamedField }) {
  return (
    <>
      <bdi className="num">{field.number}</bdi>{' '}
      {field.item && (
        <>
          <Said text={field.item.label} />
          {' – '}
        </>
      )}
      <Said text={field.question.label} />
    </>
  )
}

/** "I1.1 Digital evidence": items of a group share the number of their question. */
export function useNumberOf(): (field: Pick<NamedField, 'number' | 'item'>) => string {
  const say = useSaying()
  return ({ number, item }) => (item ? `${number} ${say(item.label).words}` : number)
}
