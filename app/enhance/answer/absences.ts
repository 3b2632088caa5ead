// A reason takes the place of the control, and gives it back.
import { boxOf, controlsOf, fieldOf, focusOn } from './fields.ts'
import type { Saver } from './saver.ts'

export function startAbsences(form: HTMLFormElement, saver: Saver): void {
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.name.endsWith('~absence')) return
    const field = fieldOf(target)
    if (field === null) return
    const reason = target.closest('label')?.querySelector('span')?.textContent ?? ''
    setAbsence(form, field, reason)
  })
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[value^="answer-again:"]')
    if (!button) return
    event.preventDefault()
    const field = button.value.slice('answer-again:'.length)
    for (const radio of controlsOf(form, `${field}~absence`) as HTMLInputElement[]) radio.checked = false
    setAbsence(form, field, null)
    focusOn(form, field)
    saver.changed(field)
  })
}

/** @param reason in words; null: the control is back */
function setAbsence(form: HTMLFormElement, field: string, reason: string | null): void {
  const box = boxOf(form, field)
  const without = box?.querySelector<HTMLElement>('[data-without]')
  const control = box?.querySelector<HTMLElement>('[data-control]')
  if (control) control.hidden = reason !== null
  if (!without) return
  without.hidden = reason === null
  const said = without.querySelector('[data-reason]')
  if (said && reason !== null) said.textContent = (without.dataset.pattern ?? '{reason}').replace('{reason}', reason)
}
