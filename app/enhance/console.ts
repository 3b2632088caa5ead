// The console by keyboard: forward and back in the direction of the page, B for blank; and the time that is left.
import { startClock } from './hall/clock.ts'

startClock()

const isRightToLeft = document.documentElement.dir === 'rtl'
const BUTTONS: Readonly<Record<string, string>> = {
  PageDown: 'next',
  PageUp: 'back',
  ArrowRight: isRightToLeft ? 'back' : 'next',
  ArrowLeft: isRightToLeft ? 'next' : 'back',
  b: 'blank',
  B: 'blank',
}

document.addEventListener('keydown', (event) => {
  const wanted = BUTTONS[event.key]
  if (!wanted || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const button = document.querySelector<HTMLButtonElement>(`button[data-keys="${wanted}"]`)
  if (!button) return
  event.preventDefault()
  button.click()
})

/** Arrows move within a field or a group of choices; there they are not ours. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea') !== null
}
