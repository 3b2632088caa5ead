// What asks a server that may die at any moment: every question ends in an answer, or in not knowing.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { SaveAnswer } from '#app/components/answering/save-answer.ts'
import { type Head, ROUND, SECTION } from './world.ts'

export type Reply = { readonly status: number; readonly body: string }
/** Where to ask; after a restart it is somewhere else. */
export type Door = { origin: string }
export type Form = Readonly<Record<string, string>>

export type Client = {
  /** @throws when no whole answer came back: what became of the question is not known */
  get(path: string, cookie?: string): Promise<Reply>
  post(path: string, form: Form, options?: { cookie?: string; json?: boolean }): Promise<Reply>
  /** ends the kept connections */
  close(): void
}

/** A question that is not answered in this time has not been answered. Milliseconds. */
const PATIENCE = 60_000

export function createClient(door: Door): Client {
  const agent = new Agent({ keepAlive: true })
  const send = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<Reply>((resolve, reject) => {
      const outgoing = request(door.origin + path, { agent, method, headers, timeout: PATIENCE })
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')))
      outgoing.on('error', (error) => {
        // A kept connection that the server closed in the same moment: nothing was read of this, as browsers know too.
        const wasNeverRead = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
        reject(Object.assign(error, { wasNeverRead }))
      })
      outgoing.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('close', () => {
          if (!response.complete) return reject(new Error('half an answer'))
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
        })
      })
      outgoing.end(body)
    })
  return {
    get: (path, cookie) => send('GET', path, cookie ? { cookie } : {}),
    post: (path, form, { cookie, json = false } = {}) => {
      const body = new URLSearchParams(form).toString()
      return send(
        'POST',
        path,
        {
          origin: door.origin,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
          ...(json ? { accept: 'application/json' } : {}),
          ...(cookie ? { cookie } : {}),
        },
        body,
      )
    },
    close: () => agent.destroy(),
  }
}

export type Save = { readonly field: string; readonly value: number; readonly base: number; readonly intent: string }

export const aSave = (field: string, value: number, base: number): Save => ({
  field,
  value,
  base,
  intent: randomUUID(),
})

/** The form that the answering page sends by itself. */
export const formOf = ({ field, value, base, intent }: Save): Form => ({
  [field]: String(value),
  [`${field}~revision`]: String(base),
  act: 'stay',
  intent,
})

/** Sends a save. @returns the status, and what the page would show; `said` only with 200 */
export async function sendSave(client: Client, { cookie }: Pick<Head, 'cookie'>, save: Save) {
  const reply = await client.post(`/answer/${ROUND}/${SECTION}/save`, formOf(save), { cookie, json: true })
  return { status: reply.status, said: reply.status === 200 ? (JSON.parse(reply.body) as SaveAnswer) : undefined }
}
