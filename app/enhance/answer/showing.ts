// Puts what the server said into its places: which questions apply, what is saved, what is wrong, how far everything is.
import type { SaveAnswer, SavedField } from '../../components/answering/save-answer.ts'
import type { Standing } from '../../components/questions/group.ts'
import { showClash } from './conflicts.ts'
import { boxOf, controlsOf, putParts } from './fields.ts'
import { saySaved } from './status.ts'

/** @param typing fields that have changed again since they were sent: what is in their controls is newer */
export function show(form: HTMLFormElement, answer: SaveAnswer, typing: ReadonlySet<string>): void {
  saySaved(form, answer.status, answer.isKept && !answer.hasClashes)
  if (!answer.isKept) return
  for (const [field, saved] of Object.entries(answer.fields)) showField(form, field, saved, typing.has(field))
  showApplying(form, answer)
  for (const [item, standing] of Object.entries(answer.items)) showItem(form, item, standing)
  for (const [group, { progress, isEmpty, saved }] of Object.entries(answer.groups)) {
    const box = form.querySelector(`[data-group="${CSS.escape(group)}"]`)
    write(box?.querySelector('[data-group-progress]'), progress)
    toggle(box?.querySelector('[data-group-hint]'), isEmpty)
    toggle(box?.querySelector('[data-group-empty]'), !isEmpty)
    write(form.querySelector(`[data-saved="${CSS.escape(group)}"]`), saved)
  }
  for (const [section, standing] of Object.entries(answer.sections)) {
    mark(form.querySelector(`[data-section="${CSS.escape(section)}"] [data-state]`), standing)
  }
  write(form.querySelector('[data-progress]'), answer.progress)
  const next = form.querySelector<HTMLAnchorElement>('[data-next]')
  if (next) Object.assign(next, { href: answer.next.href, textContent: answer.next.words })
}

function showField(form: HTMLFormElement, field: string, saved: SavedField, isTyping: boolean): void {
  const revision = controlsOf(form, `${field}~revision`)[0]
  if (revision && saved.clash === null) revision.value = String(saved.revision)
  showClash(form, field, saved.clash)
  if (isTyping) return
  if (saved.parts) putParts(form, field, saved.parts)
  write(form.querySelector(`[data-saved="${CSS.escape(field)}"]`), saved.saved)
  showProblem(form, field, saved.problem)
}

function showProblem(form: HTMLFormElement, field: string, problem: string | null): void {
  const box = boxOf(form, field)
  const text = box?.querySelector('[data-problem]')
  write(text, problem)
  box?.classList.toggle('wrong', problem !== null)
  const names = [field, `${field}~day`, `${field}~month`, `${field}~year`, `${field}~link`]
  for (const control of names.flatMap((name) => controlsOf(form, name))) {
    if (problem === null) control.removeAttribute('aria-invalid')
    else if (control.type !== 'hidden') control.setAttribute('aria-invalid', 'true')
    describe(control, text?.id, problem !== null)
  }
}

/** Adds the sentence to what describes the control, or takes it away. */
function describe(control: Element, id: string | undefined, isWrong: boolean): void {
  if (id === undefined) return
  const ids = new Set((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
  if (isWrong) ids.add(id)
  else ids.delete(id)
  if (ids.size > 0) control.setAttribute('aria-describedby', [...ids].join(' '))
  else control.removeAttribute('aria-describedby')
}

function showApplying(form: HTMLFormElement, answer: SaveAnswer): void {
  const applies = new Set(answer.applies)
  const required = new Set(answer.required)
  for (const box of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const field = box.dataset.field ?? ''
    const aside = answer.aside[field]
    if (box.tagName !== 'TD') box.hidden = !applies.has(field) && !aside
    toggle(box.querySelector('[data-body]'), !applies.has(field))
    toggle(box.querySelector('[data-aside]'), applies.has(field) || !aside)
    if (aside) writeLines(box.querySelector('[data-given]'), aside)
    for (const optional of box.querySelectorAll('[data-optional]')) toggle(optional, required.has(field))
  }
}

function showItem(form: HTMLFormElement, item: string, standing: Standing): void {
  const card = form.querySelector<HTMLElement>(`details[data-item="${CSS.escape(item)}"]`)
  if (!card) return
  card.hidden = !standing.isAsked
  mark(card.querySelector('[data-state]'), standing)
  write(card.querySelector('[data-summary]'), standing.summary)
}

function mark(state: HTMLElement | null, standing: Pick<Standing, 'mark' | 'filled' | 'words'>): void {
  if (!state) return
  state.className = `state ${standing.mark}`
  state.style.setProperty('--v', String(standing.filled))
  write(state, standing.words)
}

/** Words into their place; without words the place is hidden. */
function write(place: Element | null | undefined, words: string | null): void {
  if (!place) return
  toggle(place, words === null)
  if (place.textContent !== (words ?? '')) place.textContent = words ?? ''
}

function writeLines(place: Element | null, lines: readonly string[]): void {
  if (!place) return
  place.replaceChildren(
    ...lines.flatMap((line, index) => (index === 0 ? [line] : [document.createElement('br'), line])),
  )
}

function toggle(place: Element | null | undefined, isHidden: boolean): void {
  if (place instanceof HTMLElement) place.hidden = isHidden
}
