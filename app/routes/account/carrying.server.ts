// What a form held that came after its session had ended: kept in the page, under names that cannot be mistaken for ours.

export type CarriedField = { readonly name: string; readonly value: string }
/** Where one stands with signing in again. */
export type Step = 'password' | 'code' | 'done'

const PREFIX = 'carried:'

/** @returns null when the form comes from elsewhere: everything in it is to be kept */
export function readStep(form: FormData): Exclude<Step, 'done'> | null {
  const step = form.get('sign-in~step')
  return step === 'password' || step === 'code' ? step : null
}

/** Texts only: a file cannot be put back into a page. */
export function carriedFields(form: FormData, step: Step | null): CarriedField[] {
  const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  if (step === null) return texts
  const carried = texts.filter(({ name }) => name.startsWith(PREFIX))
  return carried.map(({ name, value }) => ({ name: name.slice(PREFIX.length), value }))
}
