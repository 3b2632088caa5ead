// Keeps what changes: a moment after the change, one request at a time, again and again until the server has said yes.
import type { SaveAnswer } from '../../components/answering/save-answer.ts'
import { entriesOf } from './fields.ts'
import { post } from './posting.ts'
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
  /** Sent, and no answer heard: it may have been kept. It is sent again as it was, before anything newer. */
  let unheard: URLSearchParams | null = null
  let sending: Promise<boolean> | null = null
  let timer = 0
  let pause = A_MOMENT

  const isWaiting = () => waiting.size > 0 || unheard !== null || sending !== null

  function later(milliseconds: number) {
    clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), milliseconds)
  }

  async function flush(act = 'stay'): Promise<boolean> {
    clearTimeout(timer)
    while (sending) await sending
    sending = (async () =>
      (unheard === null || (await send(unheard))) && (waiting.size === 0 || (await send(take(act)))))()
    const isHeard = await sending.finally(() => {
      sending = null
    })
    if (isHeard && waiting.size > 0) later(A_MOMENT)
    return isHeard && waiting.size === 0 && form.querySelector('[data-clash]') === null
  }

  /** Everything that has changed, with a name of its own: sent twice, it is kept once. */
  function take(act: string): URLSearchParams {
    const batch = entriesOf(form, waiting)
    waiting.clear()
    batch.append('act', act)
    batch.append(
      'intent',
      Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-'),
    )
    return batch
  }

  /** @returns whether the server has answered */
  async function send(batch: URLSearchParams): Promise<boolean> {
    sayStatus(form, 'saving')
    unheard = batch
    const outcome = await post(form.dataset.save ?? '', batch)
    if (outcome.kind === 'answered') {
      unheard = null
      pause = A_MOMENT
      show(form, outcome.answer as SaveAnswer, waiting)
      return true
    }
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

  window.addEventListener('online', () => isWaiting() && void flush())
  document.addEventListener('visibilitychange', () => waiting.size > 0 && void flush())
  window.addEventListener('beforeunload', (event) => {
    if (isWaiting()) event.preventDefault()
  })

  return {
    changed(field) {
      waiting.add(field)
      if (unheard === null || sending) later(A_MOMENT)
    },
    flush,
    isWaiting,
  }
}
