// Sends JSON to our own pages, and reads what comes back.

export type Answer = { readonly state?: string; readonly to?: string; readonly options?: Record<string, unknown> }

/** @throws when nothing came back that can be read */
export async function sendJson(address: string, body: unknown): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'error' })
  return answer.json()
}
