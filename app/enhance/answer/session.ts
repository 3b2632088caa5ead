// The session has ended while somebody was typing: sign in beside the page, come back, and it is saved.

/** Opens the dialog; `retry` is tried when the person says so, and whenever they come back to this window. */
export function askToSignIn(form: HTMLFormElement, retry: () => Promise<boolean>): void {
  const dialog = form.ownerDocument.querySelector<HTMLDialogElement>('dialog[data-sign-in]')
  if (!dialog || dialog.open) return
  const again = () => {
    dialog.close()
    void retry()
  }
  dialog.addEventListener('close', () => window.removeEventListener('focus', again), { once: true })
  dialog.querySelector<HTMLElement>('[data-again]')?.addEventListener('click', again, { once: true })
  window.addEventListener('focus', again, { once: true })
  dialog.showModal()
}
