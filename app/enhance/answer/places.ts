// Leads to the place that an address or an error names, also inside a closed card.

export function startPlaces(form: HTMLFormElement): void {
  const lead = () => open(decodeURIComponent(location.hash.slice(1)))
  window.addEventListener('hashchange', lead)
  form.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    if (link) open(decodeURIComponent(link.hash.slice(1)))
  })
  if (location.hash.length > 1) lead()
  form.querySelector<HTMLElement>('[data-focus]')?.focus()
}

function open(id: string): void {
  const place = document.getElementById(id)
  if (!place) return
  for (let card = place.closest('details'); card; card = card.parentElement?.closest('details') ?? null)
    card.open = true
  place.scrollIntoView({ block: 'nearest' })
  const control = place.matches('input, select, textarea') ? place : place.querySelector<HTMLElement>('[id$="-v"]')
  if (control instanceof HTMLElement && control.offsetParent !== null) control.focus({ preventScroll: true })
}
