// Before the session ends, the page says so, and one key keeps it; after it has ended, the page says that too.
import { isAskedByItself, WARNING } from '../auth/session-limits.ts'

/** Milliseconds. */
const GLANCE = 5_000
const THANKS = 10_000
/** A function key: it types nothing, wherever the person is writing. */
const KEY = 'F2'

type Part = 'soon' | 'last' | 'over' | 'stayed'

const place = document.querySelector<HTMLElement>('[data-session]')
if (place) watch(place)

function watch(place: HTMLElement): void {
  const idle = Number(place.dataset.left)
  const last = Date.now() + Number(place.dataset.most)
  let ends = Math.min(Date.now() + idle, last)
  let shown: Part | null = null
  const channel = new BroadcastChannel('session')

  const show = (part: Part | null) => {
    if (part === shown) return
    shown = part
    for (const one of place.querySelectorAll<HTMLElement>('[data-part]')) one.hidden = one.dataset.part !== part
  }
  const prolong = (until: number) => {
    ends = Math.max(ends, Math.min(until, last))
  }
  const glance = () => {
    const left = ends - Date.now()
    if (left <= 0) show('over')
    else if (left <= WARNING) show(ends >= last ? 'last' : 'soon')
    else if (shown !== 'stayed') show(null)
  }
  const stay = async () => {
    const left = await askToStay()
    if (left === null) return
    if (left <= 0) ends = Date.now()
    prolong(Date.now() + left)
    channel.postMessage(ends)
    glance()
    if (shown !== null) return
    show('stayed')
    window.setTimeout(() => shown === 'stayed' && show(null), THANKS)
  }

  const hear = (until: number) => {
    prolong(until)
    glance()
  }

  // What other pages of this browser have heard, and whatever this page sent and was answered, counts too.
  channel.onmessage = ({ data }) => hear(Number(data))
  observeAnswers((at) => hear(at + idle))
  place.querySelector('[data-stay]')?.addEventListener('click', () => void stay())
  document.addEventListener('keydown', (event) => {
    if (event.key !== KEY || shown !== 'soon') return
    event.preventDefault()
    void stay()
  })
  document.addEventListener('visibilitychange', glance)
  window.setInterval(glance, GLANCE)
  glance()
}

/** @returns milliseconds until the end; 0 when it has come; null when nobody answered */
async function askToStay(): Promise<number | null> {
  try {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
    const answer = await fetch('/account/stay', { method: 'POST', headers, body: '{}', redirect: 'error' })
    if (answer.status === 401) return 0
    return answer.ok ? Number((await answer.json()).left) : null
  } catch {
    // No connection: the warning stays, and the key can be pressed again.
    return null
  }
}

/** Each save of the page is a sign of life; what the page asks by itself is none. @param hear gets the moment of the answer */
function observeAnswers(hear: (at: number) => void): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const isAnswer = entry.initiatorType === 'fetch' && entry.responseStatus > 0 && entry.responseStatus < 400
      if (isAnswer && !isAskedByItself(new URL(entry.name))) hear(performance.timeOrigin + entry.startTime)
    }
  })
  observer.observe({ type: 'resource', buffered: false })
}
