// Typing and choosing: a change is noted, an exclusive option clears the others, a choice can be taken back.
import { controlsOf, fieldOf } from './fields.ts'
import type { Saver } from './saver.ts'

export function startChoices(form: HTMLFormElement, saver: Saver): void {
  form.addEventListener('input', ({ target }) => note(target))
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'checkbox') keepExclusive(form, target)
    if (target instanceof HTMLInputElement && target.type === 'radio') showClear(target)
    note(target)
  })
  form.addEventListener('focusout', ({ target }) => {
    if (fieldOf(target) !== null && saver.isWaiting()) void saver.flush()
  })
  form.addEventListener('keydown', (event) => keepOnEnter(event, saver))
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[value^="clear:"]')
    if (!button) return
    event.preventDefault()
    const field = button.value.slice('clear:'.length)
    const radios = controlsOf(form, field) as HTMLInputElement[]
    for (const radio of radios) radio.checked = false
    radios[0]?.focus()
    button.hidden = true
    saver.changed(field)
  })

  function note(target: EventTarget | null) {
    const field = fieldOf(target)
    // The choice between two answers counts when its button is pressed.
    if (field !== null && !(target as HTMLInputElement).name.endsWith('~choice')) saver.changed(field)
  }
}

/** The Enter key in a line keeps it; it does not send the form. In the line of a link it adds the link. */
function keepOnEnter(event: KeyboardEvent, saver: Saver): void {
  const { target } = event
  if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement)) return
  if (fieldOf(target) === null || ['radio', 'checkbox'].includes(target.type)) return
  event.preventDefault()
  if (target.name.endsWith('~link')) target.parentElement?.querySelector('button')?.click()
  else void saver.flush()
}

function keepExclusive(form: HTMLFormElement, changed: HTMLInputElement): void {
  if (!changed.checked) return
  const isAlone = changed.dataset.alone !== undefined
  for (const other of controlsOf(form, changed.name) as HTMLInputElement[]) {
    const clashes = isAlone || other.dataset.alone !== undefined
    if (other !== changed && clashes) other.checked = false
  }
}

function showClear(radio: HTMLInputElement): void {
  const clear = radio.closest('[data-field]')?.querySelector<HTMLElement>('button[value^="clear:"]')
  if (clear && clear.getAttribute('value') === `clear:${radio.name}`) clear.hidden = false
}
