// The line of the bar that says what is saved. Its words are on the page.

type State = 'saving' | 'retrying' | 'lost' | 'refused'

/** Says that something is not saved yet, or why not. */
export function sayStatus(form: HTMLFormElement, state: State): void {
  const line = form.querySelector<HTMLElement>('[data-status]')
  // "Saving" is said only where it lasts: a line that flickers is read out at every key.
  if (!line || (state === 'saving' && !line.classList.contains('waiting'))) return
  write(line, line.dataset[state] ?? '', true)
}

/** Says what the server has said. */
export function saySaved(form: HTMLFormElement, words: string, isKept: boolean): void {
  const line = form.querySelector<HTMLElement>('[data-status]')
  if (line) write(line, words, !isKept)
}

function write(line: HTMLElement, words: string, isWaiting: boolean): void {
  line.classList.toggle('waiting', isWaiting)
  if (line.textContent !== words) line.textContent = words
}
