// Sending the form: what is still on its way arrives first, so that nobody meets their own answer as a conflict.
import type { Saver } from './saver.ts'

export function startSubmitting(form: HTMLFormElement, saver: Saver): void {
  form.addEventListener('submit', (event) => {
    if (!saver.isWaiting()) return
    event.preventDefault()
    const { submitter } = event
    void saver.flush().then((isKept) => {
      if (isKept && !saver.isWaiting()) form.requestSubmit(submitter)
    })
  })
}
