// The form's controls by field: which field one belongs to, what a field sends, and how an answer is put into its controls.

/** The field that a control belongs to: its name up to the first `~`. Buttons and the form's own fields belong to none. */
export function fieldOf(control: EventTarget | null): string | null {
  if (!isControl(control) || control.type === 'file' || control.name === '') return null
  const box = control.closest('[data-field], [data-more]')
  return box ? nameOf(control.name) : null
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function isControl(target: EventTarget | null): target is Control {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
  )
}

const nameOf = (control: string) => control.split('~')[0] ?? control

/** Everything that the fields would send with the form, without documents. */
export function entriesOf(form: HTMLFormElement, fields: ReadonlySet<string>): URLSearchParams {
  const entries = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && fields.has(nameOf(name))) entries.append(name, value)
  }
  // Radio buttons that are all off send nothing; that a reason was lifted has to be said.
  for (const field of fields) {
    const name = `${field}~absence`
    if (form.elements.namedItem(name) && !entries.has(name)) entries.append(name, '')
  }
  return entries
}

/** The element of a question: its place on the page, in a card, or in a cell of a table. */
export function boxOf(form: HTMLFormElement, field: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
}

/** Puts the focus on the first control of a question. */
export function focusOn(form: HTMLFormElement, field: string): void {
  const box = boxOf(form, field)
  if (box) document.getElementById(`${box.id}-v`)?.focus()
}

/** The controls with this name, in the order of the page. */
export function controlsOf(form: HTMLFormElement, name: string): Control[] {
  return Array.from(form.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`)).filter(isControl)
}

/** Puts an answer into the controls of a field: a text, chosen keys, or day, month and year. */
export function putParts(form: HTMLFormElement, field: string, parts: readonly string[]): void {
  const dates = ['day', 'month', 'year'].map((part) => controlsOf(form, `${field}~${part}`)[0])
  dates.forEach((control, index) => {
    if (control) control.value = parts[index] ?? ''
  })
  for (const control of controlsOf(form, field)) {
    if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)) {
      control.checked = parts.includes(control.value)
    } else if (control.type !== 'hidden') {
      control.value = parts[0] ?? ''
      control.dispatchEvent(new Event('put', { bubbles: true }))
    }
  }
}
