// Where a request came from: the socket, or what the proxies that we know of have added.
import { isIP } from 'node:net'

/** Headers by which a stranger could tell us who they are, or who we are. */
export const FORWARDING = [
  'forwarded',
  'x-client-address',
  'x-client-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-original-url',
  'x-real-ip',
  'x-rewrite-url',
] as const

type Arrived = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/**
 * Each proxy appends the address it saw, so the one to believe stands `proxies` places from the end.
 * @param proxies how many stand in front; 0: only the socket is believed
 */
export function clientAddress({ headers, socket }: Arrived, proxies: number): string {
  const seen = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
  const told = proxies > 0 ? seen.at(-proxies) : undefined
  const address = told && isIP(told) ? told : (socket.remoteAddress ?? '')
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
