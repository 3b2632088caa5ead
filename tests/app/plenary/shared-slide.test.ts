// One rendering for all screens of a language; another for each change of the stage; a failure is not kept.
import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { sharedSlide } from '#app/plenary/shared-slide.server.ts'
import type { Stage } from '#db/stages.ts'
import type { Tables } from '#db/tables.ts'

const db = {} as Kysely<Tables>
const asked = (revision: number, language: 'en' | 'ar' = 'en') => ({
  db,
  stage: { meetingId: 'meeting', revision } as Stage,
  language,
})

test('screens that ask for the same share it; another language and another revision get their own', async () => {
  let made = 0
  const make = async () => ++made
  const all = await Promise.all(Array.from({ length: 300 }, () => sharedSlide(asked(1), make)))
  expect(new Set(all)).toEqual(new Set([1]))
  expect(await sharedSlide(asked(1, 'ar'), make)).toBe(2)
  expect(await sharedSlide(asked(2), make)).toBe(3)
  expect(await sharedSlide(asked(2, 'ar'), make)).toBe(4)
})

test('after a failure the next screen tries again', async () => {
  const failing = () => Promise.reject(new Error('the database is away'))
  await expect(sharedSlide(asked(3), failing)).rejects.toThrow('away')
  expect(await sharedSlide(asked(3), async () => 'there')).toBe('there')
})
