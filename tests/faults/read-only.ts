// What everybody must see while the house is read-only, whatever made it so.
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { aSave, type Client, formOf, sendSave } from './client.ts'
import { ROUND, SECTION, type World } from './world.ts'

const BANNERS = {
  en: 'answers can be read but not saved',
  fr: 'les réponses peuvent être lues mais pas enregistrées',
  ar: 'يمكن في هذه اللحظة الاطلاع على الإجابات دون حفظها',
} as const
const REFUSALS = {
  en: 'Nothing can be saved at this moment',
  fr: 'Rien ne peut être enregistré pour le moment',
  ar: 'لا يمكن حفظ أي شيء في هذه اللحظة',
} as const
const LANGUAGES = ['en', 'fr', 'ar'] as const

/** Pages are read and carry the banner; forms and saves get a 503 that says why; the probe says it too. */
export async function expectReadOnly(client: Client, { heads }: World, why: 'space' | 'failure'): Promise<void> {
  const head = heads[0]
  if (!head) throw new Error('nobody is there')
  const path = `/answer/${ROUND}/${SECTION}`
  for (const language of LANGUAGES) {
    const cookie = `${head.cookie}; language=${language}`
    const page = await client.get(path, cookie)
    expect(page.status).toBe(200)
    expect(page.body).toContain(BANNERS[language])
    const refused = await client.post(path, formOf(aSave('n10', 1, 0)), { cookie })
    expect(refused.status).toBe(503)
    expect(refused.body).toContain(REFUSALS[language])
    expect(refused.body).toContain(`<html lang="${language}"`)
  }
  expect((await sendSave(client, head, aSave('n10', 1, 0))).status).toBe(503)
  expect((await client.get('/readyz')).body).toBe(`read-only: ${why}\n`)
  expect((await client.get('/healthz')).status).toBe(200)
}

/** Waits until the house says by itself that answers are kept again; ten seconds have to do. */
export async function untilWritable(client: Client): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await client.get('/readyz')).status === 200) return
    await pause(100)
  }
  throw new Error('still read-only after ten seconds')
}
