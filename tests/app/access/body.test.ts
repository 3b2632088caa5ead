// Reading what a form sent: everything a browser sends arrives, and everything else is refused before it costs anything.
import { expect, test } from 'vitest'
import { readBody } from '#app/access/body.ts'
import { limitsOf } from '#app/guard/limits.ts'

const SECTION = 'http://localhost/answer/needs/c'
const PASSKEYS = 'http://localhost/account/passkeys'
const send = (body: BodyInit, type?: string, url = SECTION) =>
  readBody(new Request(url, { method: 'POST', body, headers: type ? { 'content-type': type } : {} }))
const refusal = (sent: Promise<unknown>) =>
  sent.then(
    () => 'read',
    (response: Response) => response.status,
  )
const FORM = 'application/x-www-form-urlencoded'

test('fields arrive in their order, repeated ones too, in any script', async () => {
  const { form } = await send('a=1&b=%D8%B3%D8%B7%D8%B1%0D%0A&a=2&c=', `${FORM};charset=UTF-8`)
  expect([...form]).toEqual([
    ['a', '1'],
    ['b', 'سطر\r\n'],
    ['a', '2'],
    ['c', ''],
  ])
})

test('three hundred answers of four thousand Arabic letters go in one form', async () => {
  const fields = new URLSearchParams(Array.from({ length: 300 }, (_, index) => [`f${index}`, 'س'.repeat(4000)]))
  const text = fields.toString()
  expect(text.length).toBeLessThan(limitsOf('/answer/needs/c').bytes)
  expect((await send(text, FORM)).form.get('f299')).toBe('س'.repeat(4000))
})

test('a file arrives with its name and its bytes', async () => {
  const parts = new FormData()
  parts.set('evidence', new File([new Uint8Array([0, 255, 13, 10])], 'مذكرة.pdf', { type: 'application/pdf' }))
  parts.set('act', 'upload')
  const { form } = await send(parts)
  const file = form.get('evidence') as File
  expect([file.name, file.type, [...(await file.bytes())]]).toEqual(['مذكرة.pdf', 'application/pdf', [0, 255, 13, 10]])
})

test('fields are counted before they are read', async () => {
  expect(await refusal(send('a&'.repeat(4999), FORM))).toBe('read')
  expect(await refusal(send('a&'.repeat(5000), FORM))).toBe(413)
  const parts = (count: number) => {
    const form = new FormData()
    for (let index = 0; index < count; index += 1) form.append('a', '1')
    return form
  }
  expect(await refusal(send(parts(20), undefined, 'http://localhost/verify'))).toBe('read')
  expect(await refusal(send(parts(21), undefined, 'http://localhost/verify'))).toBe(413)
})

test('bytes are counted although a length was announced', async () => {
  expect(await refusal(send('a'.repeat(1024 * 1024 + 1), FORM, 'http://localhost/team'))).toBe(413)
})

test('JSON is read where a script may send it, twenty levels deep and not one more', async () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect((await send('{"a":["]}",{"b":1}]}', 'application/json', PASSKEYS)).json).toEqual({ a: [']}', { b: 1 }] })
  expect(await refusal(send(nested(20), 'application/json', PASSKEYS))).toBe('read')
  expect(await refusal(send(nested(21), 'application/json', PASSKEYS))).toBe(400)
  expect(await refusal(send(nested(100_000), 'application/json', PASSKEYS))).toBe(400)
  expect(await refusal(send('{"a":', 'application/json', PASSKEYS))).toBe(400)
  expect(await refusal(send('"\\u00', 'application/json', PASSKEYS))).toBe(400)
  expect(await refusal(send('{}', 'application/json'))).toBe(415)
})

test('what says it has parts and has none is refused, as is every other type', async () => {
  expect(await refusal(send('abc', 'multipart/form-data; boundary=x'))).toBe(400)
  expect(await refusal(send('--x\r\n\r\n', 'multipart/form-data; boundary=x'))).toBe(400)
  expect(await refusal(send('a=1', 'text/plain'))).toBe(415)
})

test('a name of Object is a name like any other', async () => {
  const { form } = await send('__proto__=1&constructor=2', FORM)
  expect(form.get('__proto__')).toBe('1')
  expect(({} as Record<string, unknown>)['1']).toBeUndefined()
})

test('how much an address takes does not change with Remix’s ending', () => {
  expect(limitsOf('/answer/needs/c.data')).toEqual(limitsOf('/answer/needs/c'))
  expect(limitsOf('/answer/needs/c/save').fields).toBe(5000)
  expect(limitsOf('/answer/needs/check').bytes).toBe(1024 * 1024)
  expect(limitsOf('/sign-in/again').fields).toBeGreaterThan(limitsOf('/answer/needs/c').fields)
  expect(limitsOf('/team/rounds/new')).toEqual({ bytes: 1024 * 1024, fields: 500, json: false })
})
