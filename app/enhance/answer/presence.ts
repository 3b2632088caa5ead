// Who else is here, asked now and then while the page is looked at.
import type { PresenceAnswer } from '../../components/answering/save-answer.ts'

/** Milliseconds. */
const NOW_AND_THEN = 30_000

export function startPresence(form: HTMLFormElement): void {
  const address = form.dataset.presence
  if (!address) return
  window.setInterval(() => document.visibilityState === 'visible' && void ask(form, address), NOW_AND_THEN)
}

/** A hint, nothing more: when it cannot be had, the page says nothing about it. */
async function ask(form: HTMLFormElement, address: string): Promise<void> {
  const response = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'manual' }).catch(
    () => null,
  )
  if (!response?.ok) return
  const { sections } = (await response.json()) as PresenceAnswer
  for (const [section, words] of Object.entries(sections)) {
    const place = form.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"] [data-presence]`)
    if (!place) continue
    place.hidden = words === null
    place.textContent = words ?? ''
  }
}
