// The log: one object per line, and no way to a secret.
import { expect, test } from 'vitest'
import { createLog, errorFields, pathForLog } from '#app/log.ts'

test('a line says when, how grave, what, and the facts', () => {
  const lines: string[] = []
  const log = createLog(
    () => new Date('2027-01-14T17:00:00Z'),
    (line) => lines.push(line),
  )
  log.warn('slow', { milliseconds: 12, where: 'a\nb' })
  expect(lines).toEqual([
    '{"at":"2027-01-14T17:00:00.000Z","level":"warn","event":"slow","milliseconds":12,"where":"a\\nb"}',
  ])
})

test('an address keeps its place and loses its query and its token', () => {
  expect(pathForLog('/team/rounds/needs?show=us')).toBe('/team/rounds/needs')
  expect(pathForLog('/invitation/3f2a?code=K7QM')).toBe('/invitation/…')
  expect(pathForLog('/sign-in/lost/3f2a.data')).toBe('/sign-in/lost/…')
  expect(pathForLog(`/${'a'.repeat(900)}`)).toHaveLength(200)
})

test('an error is named, shortened and placed on one line; what is none is only said to be thrown', () => {
  const fields = errorFields(new TypeError('x'.repeat(900)))
  expect(fields.error).toBe('TypeError')
  expect(String(fields.message)).toHaveLength(500)
  expect(String(fields.stack)).not.toContain('\n')
  expect(errorFields('secret')).toEqual({ error: 'string' })
})
