// Where a request came from: only what our own proxies say is believed.
import { expect, test } from 'vitest'
import { clientAddress } from '#app/guard/client.ts'

const from = (forwarded: string | undefined, proxies: number) =>
  clientAddress({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '::ffff:10.0.0.9' } }, proxies)

test('without a proxy the socket is believed, whatever a header says', () => {
  expect(from('1.2.3.4', 0)).toBe('10.0.0.9')
})

test('behind proxies, the address that the outermost of ours saw', () => {
  expect(from('1.2.3.4', 1)).toBe('1.2.3.4')
  expect(from('6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4')
  expect(from('6.6.6.6, 1.2.3.4, 10.0.0.2', 2)).toBe('1.2.3.4')
  expect(from('2001:db8::1', 1)).toBe('2001:db8::1')
})

test('what is no address is not believed', () => {
  expect(from('unknown', 1)).toBe('10.0.0.9')
  expect(from(undefined, 2)).toBe('10.0.0.9')
})
