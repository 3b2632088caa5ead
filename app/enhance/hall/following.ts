// Follows the stage by a stream of the server, with asking behind it; the page that is shown is always one of the server's.

/** Milliseconds. A sign of life comes every three seconds. */
const SILENT = 5_000
const LOST = 10_000
const ASK_EVERY = 2_000
const AGAIN = 1_000

export class Following {
  private readonly base = location.pathname.replace(/\/$/, '')
  private heardAt = Date.now()
  /** when the slide was last known to be the one of the stage */
  private trueAt = Date.now()
  private wanted = 0
  private isReading = false
  private stream: EventSource | undefined

  start(): void {
    this.wanted = this.shown()
    this.listen()
    window.setInterval(() => void this.check(), ASK_EVERY)
    window.addEventListener('online', () => void this.ask())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.ask()
    })
  }

  private shown(): number {
    return Number(document.querySelector<HTMLElement>('[data-revision]')?.dataset.revision ?? 0)
  }

  private listen(): void {
    this.stream?.close()
    this.stream = new EventSource(`${this.base}/stream`)
    this.stream.addEventListener('revision', ({ data }) => this.hear(Number(data)))
    this.stream.addEventListener('alive', () => this.hear())
  }

  private hear(revision?: number): void {
    this.heardAt = Date.now()
    if (revision !== undefined) this.wanted = revision
    if (this.wanted === this.shown()) this.becomeTrue()
    else void this.read()
  }

  private becomeTrue(): void {
    this.trueAt = Date.now()
    this.sayLost(false)
  }

  /** Says when the slide may be an old one; where the stream is silent, asks, and opens it again when it was given up. */
  private async check(): Promise<void> {
    if (Date.now() - this.trueAt > LOST) this.sayLost(true)
    if (Date.now() - this.heardAt < SILENT) return
    if (this.stream?.readyState === EventSource.CLOSED) this.listen()
    await this.ask()
  }

  private async ask(): Promise<void> {
    const answer = await fetch(`${this.base}/state`, { cache: 'no-store' }).catch(() => null)
    if (!answer?.ok) return
    const { revision } = (await answer.json()) as { revision: number }
    this.hear(revision)
  }

  /** Takes the new page in; what cannot be had is asked for again, and the slide stays. */
  private async read(): Promise<void> {
    if (this.isReading) return
    this.isReading = true
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null)
    const html = answer?.ok ? await answer.text().catch(() => '') : ''
    const page = new DOMParser().parseFromString(html, 'text/html')
    const isPage = page.querySelector('[data-revision]') !== null
    if (isPage) show(page)
    this.isReading = false
    if (this.wanted === this.shown()) this.becomeTrue()
    else window.setTimeout(() => void this.read(), isPage ? 0 : AGAIN)
  }

  private sayLost(isLost: boolean): void {
    const line = document.querySelector<HTMLElement>('[data-lost]')
    if (!line || line.hidden === !isLost) return
    line.hidden = !isLost
    line.textContent = isLost ? (line.dataset.lost ?? '') : ''
  }
}

/** Header, middle and footer of the new page in place of the old ones. */
function show(page: Document): void {
  document.title = page.title
  for (const name of ['header', 'main', 'footer']) {
    const [before, after] = [document.querySelector(`body > ${name}`), page.querySelector(`body > ${name}`)]
    if (before && after) before.replaceWith(document.adoptNode(after))
  }
}
