// The form that the language buttons of the masthead belong to, on pages where there is nothing to type.
import { ANSWER_FORM } from './answer-form.ts'

export function LanguageForm({ address }: { address: string }) {
  return <form id={ANSWER_FORM} method="post" action={address} />
}
