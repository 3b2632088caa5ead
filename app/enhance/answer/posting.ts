// One request with a form's entries, and what came of it.

export type Outcome =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** the session has ended · it was refused for good · it may work later */
  | { readonly kind: 'stranger' | 'refused' | 'failed' }

/** A browser sends up to 64 kB even when the page goes away. */
const KEPT_ALIVE = 60_000
/** Milliseconds. */
const LONGEST = 30_000

export async function post(address: string, entries: URLSearchParams): Promise<Outcome> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: entries,
      headers: { Accept: 'application/json' },
      keepalive: entries.toString().length < KEPT_ALIVE,
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST),
    })
    if (response.status === 401 || response.type === 'opaqueredirect') return { kind: 'stranger' }
    if (response.ok) return { kind: 'answered', answer: await response.json() }
    return { kind: isForGood(response.status) ? 'refused' : 'failed' }
  } catch {
    return { kind: 'failed' }
  }
}

/** Asking again changes nothing; but "too many requests" and "taking too long" pass. */
const isForGood = (status: number) => status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status)
