// How many characters are written, counted as the server counts them.

export function startCounters(form: HTMLFormElement): void {
  const numbers = new Intl.NumberFormat(form.dataset.locale)
  const count = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    const counter = document.getElementById(target.id.replace(/-v$/, '-n'))
    const pattern = counter?.dataset.counter
    if (!counter || !pattern) return
    // The server trims and joins what belongs together (NFC) before it counts.
    const written = Array.from(target.value.normalize('NFC').trim()).length
    counter.textContent = pattern.replace('{n}', numbers.format(written))
  }
  form.addEventListener('input', count)
  form.addEventListener('put', count)
}
