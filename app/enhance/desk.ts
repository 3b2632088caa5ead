// Keys for whoever goes through many answers: the next and the previous question, and the next answer nobody has looked at.
const main = document.querySelector('main')

/** With Alt, so that no letter that somebody types, or speaks, does anything by itself. */
const KEYS: Readonly<Record<string, () => HTMLElement | null | undefined>> = {
  KeyN: () => main?.querySelector('a[rel=next]'),
  KeyP: () => main?.querySelector('a[rel=prev]'),
  KeyA: nextToLookAt,
}

function nextToLookAt(): HTMLElement | undefined {
  const buttons = [...(main?.querySelectorAll<HTMLElement>('button[value=good]') ?? [])]
  const here = document.activeElement
  const after = buttons.filter(
    (button) => here && here.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return after[0] ?? buttons[0]
}

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return
  const target = KEYS[event.code]?.()
  if (!target) return
  event.preventDefault()
  if (target instanceof HTMLAnchorElement) target.click()
  else target.focus()
})
