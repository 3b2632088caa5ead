// The question in the address of a page that only the delegation sees, as such pages name it.
import type { Field } from '#surveys/definition/model.ts'
import { notFound } from '../../access.server.ts'
import { type NamedField, namedField } from '../../components/review/field-name.tsx'
import type { OwnReply } from './own-reply.server.ts'
import { addressOf } from './views/outline.ts'

/** @throws 404 when the questionnaire asks nothing of this name */
export function requireField({ codebook }: OwnReply, name: string | undefined): Field {
  const field = codebook.byName.get(name ?? '')
  if (!field) throw notFound()
  return field
}

export type QuestionPlace = {
  readonly field: NamedField
  /** where the question is answered */
  readonly href: string
  /** where it is discussed, and where its answers of before are */
  readonly discussion: string
  readonly history: string
}

export function placeOf({ codebook, home }: OwnReply, field: Field): QuestionPlace {
  return {
    field: namedField(field),
    href: addressOf(codebook, field.name, home.base),
    discussion: `${home.base}/discussion/${field.name}`,
    history: `${home.base}/history/${field.name}`,
  }
}
