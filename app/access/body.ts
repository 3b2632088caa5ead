// Reads what a form sent, within the limits of its address; what cannot be read is a 400, never a 500.
import { JSON_DEPTH, limitsOf } from '../guard/limits.ts'
import { badRequest } from './refusals.ts'

export type Body = { readonly form: FormData; readonly json: unknown }

/** @throws a Response: 400 unreadable or too deep, 413 too large or too many fields, 415 another type */
export async function readBody(request: Request): Promise<Body> {
  const limits = limitsOf(new URL(request.url).pathname)
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const bytes = await readBytes(request, limits.bytes)
  if (type === 'application/x-www-form-urlencoded') return { form: readFields(bytes, limits.fields), json: undefined }
  if (type === 'multipart/form-data') return { form: await readParts(request, bytes, limits.fields), json: undefined }
  if (type === 'application/json' && limits.json) return { form: new FormData(), json: readJson(bytes) }
  throw badRequest(415)
}

async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await request.bytes().catch(() => {
    // The sender went away in the middle; nobody reads this answer.
    throw badRequest()
  })
  if (bytes.byteLength > most) throw badRequest(413)
  return bytes
}

function readFields(bytes: Uint8Array, most: number): FormData {
  // Counted before they are parsed: a megabyte of ampersands is cheap to send and dear to read.
  let count = 1
  for (const byte of bytes) if (byte === 0x26) count += 1
  if (count > most) throw badRequest(413)
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) form.append(name, value)
  return form
}

async function readParts(request: Request, bytes: Uint8Array<ArrayBuffer>, most: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  const edge = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`
  for (let at = text.indexOf(edge); at >= 0; at = text.indexOf(edge, at + edge.length)) {
    count += 1
    if (count > most + 1) throw badRequest(413)
  }
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw badRequest()
  })
}

function readJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  if (depthOf(text) > JSON_DEPTH) throw badRequest()
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest()
  }
}

/** Brackets open at once, at most, outside strings; asked before parsing. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (const [mark] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/g)) {
    if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++depth)
    else if (mark === ']' || mark === '}') depth -= 1
  }
  return deepest
}
