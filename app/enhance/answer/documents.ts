// A document that is too large is said to be so before it travels.

export function startDocuments(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
    const most = Number(target.dataset.most)
    const isTooLarge = Array.from(target.files ?? []).some(({ size }) => size > most)
    const text = target.closest('[data-field]')?.querySelector<HTMLElement>('[data-problem]')
    if (text) {
      text.hidden = !isTooLarge
      text.textContent = isTooLarge ? (target.dataset.tooLarge ?? '') : ''
    }
    if (isTooLarge) target.value = ''
  })
}
