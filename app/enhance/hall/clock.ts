// The time that is left, counted on the clock of the server: that of a laptop may be wrong.

/** Milliseconds that the server is ahead, as of the last page. */
let ahead = 0
let known = ''

/** Writes `2:40` into every element that says when something ends, and `-0:20` once it is over. */
export function startClock(): void {
  tick()
  window.setInterval(tick, 500)
}

function tick(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-ends]')) {
    const { ends = '', now = '' } = element.dataset
    if (now !== known) {
      known = now
      ahead = Date.parse(now) - Date.now()
    }
    element.textContent = written(Date.parse(ends) - (Date.now() + ahead))
  }
}

/** @param left milliseconds */
function written(left: number): string {
  const seconds = Math.ceil(Math.abs(left) / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return left < 0 ? `\u2212${clock}` : clock
}
