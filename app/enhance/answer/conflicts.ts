// A colleague's answer met mine: both are shown in place, and somebody chooses.
import type { Clash, Stretch } from '../../components/questions/asked.ts'
import { boxOf, focusOn } from './fields.ts'
import type { Saver } from './saver.ts'

/** Shows, renews or takes away the box of a conflict. */
export function showClash(form: HTMLFormElement, field: string, clash: Clash | null): void {
  const box = boxOf(form, field)
  box?.querySelector('[data-clash]')?.remove()
  if (!box || !clash) return
  const template = form.querySelector<HTMLTemplateElement>('template[data-conflict]')
  const conflict = template?.content.firstElementChild?.cloneNode(true)
  if (!(conflict instanceof HTMLElement)) return
  name(conflict, field, `${box.id}-x`)
  for (const side of ['mine', 'theirs'] as const) {
    const who = conflict.querySelector(`[data-who="${side}"]`)
    if (who) who.textContent = clash[side].who
    conflict.querySelector(`[data-wrote="${side}"]`)?.replaceChildren(...clash[side].stretches.map(stretch))
  }
  const seen = conflict.querySelector<HTMLInputElement>('input[type="hidden"]')
  if (seen) seen.value = String(clash.seen)
  const join = conflict.querySelector<HTMLElement>('[value^="join:"]')
  if (join) join.hidden = !clash.canJoin
  const below = box.querySelector('.below')
  if (below) below.before(conflict)
  else box.querySelector('[data-body]')?.append(conflict)
}

/** The template speaks of no field: its names, ids and values end or begin where the field's name goes. */
function name(conflict: HTMLElement, field: string, title: string): void {
  conflict.dataset.clash = field
  conflict.setAttribute('aria-labelledby', title)
  const heading = conflict.querySelector('h2')
  if (heading) heading.id = title
  for (const input of conflict.querySelectorAll<HTMLInputElement>('input')) input.name = `${field}${input.name}`
  for (const button of conflict.querySelectorAll('button')) button.value = `${button.value}${field}`
}

function stretch({ words, differs }: Stretch): Node {
  if (!differs) return document.createTextNode(words)
  const mark = document.createElement('mark')
  mark.textContent = words
  return mark
}

export function startConflicts(form: HTMLFormElement, saver: Saver): void {
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>(
      'button[value^="choose:"], button[value^="join:"]',
    )
    const field = button?.value.slice(button.value.indexOf(':') + 1)
    if (!button || !field) return
    event.preventDefault()
    const box = button.closest<HTMLElement>('[data-clash]')
    const chosen = box?.querySelector<HTMLInputElement>('input[type="radio"]:checked')
    if (button.value.startsWith('choose:') && !chosen) {
      box?.querySelector<HTMLInputElement>('input[type="radio"]')?.focus()
      return
    }
    saver.changed(field)
    void saver.flush(button.value).then(() => focusOn(form, field))
  })
}
