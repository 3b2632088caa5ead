// Keeps what changes: a moment after the change, one request at a time, again and again until the server has said yes.
import type { SaveAnswer } from '../../components/answering/save-answer.ts'
import { entriesOf } from './fields.ts'
import { askToSignIn } from './session.ts'
import { show } from './showing.ts'
import { sayStatus } from './status.ts'

export type Saver = {
  /** A field has changed; it is saved a moment later. */
  changed(field: string): void
  /** Saves now. @returns whether everything is kept and nothing is in conflict */
  flush(act?: string): Promise<boolean>
  isWaiting(): boolean
}

/** Milliseconds. */
const A_MOMENT = 1000
const LONGEST_PAUSE = 30_000

export function createSaver(form: HTMLFormElement): Saver {
  const waiting = new Set<string>()
  let sending: Promise<boolean> | null = null
  let timer = 0
  let pause = A_MOMENT
  const keyOf = keyMaker()

  function later(milliseconds: number) {
    clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), milliseconds)
  }

  async function flush(act?: string): Promise<boolean> {
    clearTimeout(timer)
    if (sending) await sending
    if (waiting.size === 0) return form.querySelector('[data-clash]') === null
    sending = send(act).finally(() => {
      sending = null
    })
    return sending
  }

  async function send(act: string | undefined): Promise<boolean> {
    const fields = new Set(waiting)
    waiting.clear()
    sayStatus(form, 'saving')
    const outcome = await post(form, fields, keyOf, act)
    if (outcome.kind === 'answered') {
      pause = A_MOMENT
      show(form, outcome.answer, waiting)
      if (waiting.size > 0) later(A_MOMENT)
      return outcome.answer.isKept && waiting.size === 0 && form.querySelector('[data-clash]') === null
    }
    for (const field of fields) waiting.add(field)
    if (outcome.kind === 'stranger') {
      sayStatus(form, 'lost')
      askToSignIn(form, () => flush())
    } else if (outcome.kind === 'refused') sayStatus(form, 'refused')
    else {
      sayStatus(form, 'retrying')
      pause = Math.min(pause * 2, LONGEST_PAUSE)
      later(pause)
    }
    return false
  }

  window.addEventListener('online', () => waiting.size > 0 && void flush())
  document.addEventListener('visibilitychange', () => waiting.size > 0 && void flush())
  window.addEventListener('beforeunload', (event) => {
    if (waiting.size > 0 || sending) event.preventDefault()
  })

  return {
    changed(field) {
      waiting.add(field)
      later(A_MOMENT)
    },
    flush,
    isWaiting: () => waiting.size > 0 || sending !== null,
  }
}

type Outcome =
  | { readonly kind: 'answered'; readonly answer: SaveAnswer }
  /** the session has ended · it was refused for good · it may work later */
  | { readonly kind: 'stranger' | 'refused' | 'failed' }

/** What is sent again because its answer got lost goes under the same key, and is kept once. */
function keyMaker(): (body: string) => string {
  let last = { body: '', key: '' }
  return (body) => {
    if (body !== last.body) last = { body, key: crypto.randomUUID() }
    return last.key
  }
}

async function post(
  form: HTMLFormElement,
  fields: ReadonlySet<string>,
  keyOf: (body: string) => string,
  act = 'stay',
): Promise<Outcome> {
  const body = entriesOf(form, fields)
  body.append('act', act)
  body.append('intent', keyOf(body.toString()))
  try {
    const response = await fetch(form.dataset.save ?? '', {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      // A browser sends up to 64 kB even when the page goes away.
      keepalive: body.toString().length < 60_000,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    })
    if (response.status === 401 || response.type === 'opaqueredirect') return { kind: 'stranger' }
    if (response.ok) return { kind: 'answered', answer: (await response.json()) as SaveAnswer }
    return { kind: isForGood(response.status) ? 'refused' : 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}

/** Asking again changes nothing; but "too many requests" and "taking too long" pass. */
const isForGood = (status: number) => status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)
