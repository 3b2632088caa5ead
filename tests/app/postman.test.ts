// Letters on their way: in three languages, to a real SMTP server that takes them, refuses them, or is away for a while.
import { expect } from 'vitest'
import { createLog } from '#app/log.ts'
import { type LetterName, momentInLetter, writeLetter } from '#app/mail.ts'
import { serverOf, startPostman } from '#app/postman.ts'
import { createWords } from '#app/words.ts'
import { listMail, queueMail, sendAgain } from '#db/outbox.ts'
import { test } from '../support/database.ts'
import { aConfig } from '../support/signing.ts'
import { mailbox } from '../support/smtp.ts'

const words = createWords((language, key) => {
  throw new Error(`No words for ${key} in ${language}`)
})
const NAMES: readonly LetterName[] = [
  'invitation',
  'password_reset',
  'password_changed',
  'factor_added',
  'factor_removed',
  'factors_reset',
  'reset_asked',
]
const VALUES = {
  name: 'نادر الصفواني',
  role: 'head of delegation',
  place: 'Delegation of <b>Nerida</b> & "friends"',
  link: 'http://localhost:3000/invitation/6a9289c4-8573-4725-99f4-b51ada06eeff',
  code: 'K7QM-2ZTD',
  until: 'Tuesday',
  when: 'Monday',
}

test('every letter exists in every language, without blanks, as text and as harmless HTML', () => {
  for (const language of ['en', 'fr', 'ar'] as const) {
    for (const letter of NAMES) {
      const desk = { words, config: aConfig({ CONTACT: 'team@programme.example' }) }
      const { subject, text, html } = writeLetter(desk, { letter, to: 'a@b.example', language, values: VALUES })
      expect(subject).not.toMatch(/\{\{|\n/)
      expect(text).not.toMatch(/\{\{|undefined/)
      expect(text).toContain('team@programme.example')
      expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
      expect(html).not.toContain('<b>Nerida</b>')
      if (text.includes(VALUES.link)) expect(html).toContain(`<a href="${VALUES.link}">${VALUES.link}</a>`)
    }
  }
})

test('a moment in a letter names its zone', () => {
  const when = '2027-01-14T17:00:00.000Z'
  expect(momentInLetter({ words }, 'en', when)).toBe('Thursday 14 January 2027, 18:00 (Brussels time)')
  expect(momentInLetter({ words }, 'fr', when)).toContain('jeudi 14 janvier 2027')
  expect(momentInLetter({ words }, 'ar', when)).toContain('كانون الثاني/يناير')
})

test('letters with codes travel encrypted, unless the mail server is near', () => {
  expect(serverOf('smtp://user%40x:p%3Aw@mail.example.org')).toEqual({
    host: 'mail.example.org',
    port: 587,
    secure: false,
    requireTLS: true,
    auth: { user: 'user@x', pass: 'p:w' },
  })
  expect(serverOf('smtps://mail.example.org')).toMatchObject({ port: 465, secure: true, requireTLS: false })
  expect(serverOf('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, requireTLS: false, auth: undefined })
  expect(serverOf('smtp://[::1]:2525')).toMatchObject({ host: '::1', requireTLS: false })
  expect(serverOf('smtp://relay:25')).toMatchObject({ host: 'relay', requireTLS: false })
  expect(serverOf('smtp://10.0.0.5:25?requireTLS=false').requireTLS).toBe(false)
})

test('a letter arrives as it was written; then its body is gone from the outbox', async ({ db }) => {
  const box = await mailbox()
  const house = aHouse(db, box.url)
  const at = house.clock().toISOString()
  const desk = { words, config: house.config }
  const letter = writeLetter(desk, {
    letter: 'invitation',
    to: 'karim@justice.example',
    language: 'ar',
    values: VALUES,
  })
  await queueMail(db, { ...letter, at })
  const postman = startPostman(house) ?? expect.fail()
  await postman.round()
  await postman.stop()
  expect(box.letters).toHaveLength(1)
  const [arrived] = box.letters
  expect(arrived).toMatchObject({ from: 'team@programme.example', to: ['karim@justice.example'] })
  expect(arrived?.raw).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(arrived?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(arrived?.raw).toContain('multipart/alternative')
  expect(box.textOf(0)).toContain('K7QM-2ZTD')
  expect(await listMail(db)).toMatchObject([{ state: 'sent', attempts: 1, text: '' }])
  await box.close()
})

test('what the mail server will never take is refused, and shown; the others go on', async ({ db }) => {
  const box = await mailbox({ refuses: 'nobody@justice.example' })
  const house = aHouse(db, box.url)
  const lines = house.lines
  const at = house.clock().toISOString()
  for (const to of ['nobody@justice.example', 'karim@justice.example']) {
    await queueMail(db, { to, subject: 'Hello', text: 'Hello', language: 'en', at })
  }
  const postman = startPostman(house) ?? expect.fail()
  await postman.round()
  const states = Object.fromEntries((await listMail(db)).map(({ to, state }) => [to, state]))
  expect(states).toEqual({ 'nobody@justice.example': 'refused', 'karim@justice.example': 'sent' })
  expect((await listMail(db, { state: 'refused' }))[0]?.lastError).toContain('550')
  expect(lines.join('\n')).not.toMatch(/justice\.example/)
  // A manager corrects the mailbox, and sends it again.
  box.refuses = ''
  const [refused] = await listMail(db, { state: 'refused' })
  await sendAgain(db, { id: refused?.id ?? '', at })
  await postman.round()
  await postman.stop()
  expect(await listMail(db, { state: 'sent' })).toHaveLength(2)
  await box.close()
})

test('a mail server that is away is tried again, a minute, five, a quarter of an hour later', async ({ db }) => {
  const box = await mailbox()
  const { url } = box
  await box.close()
  const house = aHouse(db, url)
  await queueMail(db, {
    to: 'karim@justice.example',
    subject: 'Hello',
    text: 'Hello',
    language: 'en',
    at: house.clock().toISOString(),
  })
  const postman = startPostman(house) ?? expect.fail()
  await postman.round()
  await postman.round()
  expect(await listMail(db)).toMatchObject([{ state: 'waiting', attempts: 1, text: 'Hello' }])
  house.pass(61_000)
  await postman.round()
  expect(await listMail(db)).toMatchObject([{ attempts: 2 }])
  const back = await mailbox({ port: Number(new URL(url).port) })
  house.pass(301_000)
  await postman.round()
  await postman.stop()
  expect(back.letters).toHaveLength(1)
  expect(await listMail(db)).toMatchObject([{ state: 'sent', attempts: 3 }])
  await back.close()
})

test('without SMTP_URL nobody carries letters: they wait where a manager sees them', ({ db }) => {
  expect(startPostman({ ...aHouse(db, ''), config: aConfig() })).toBeNull()
})

function aHouse(db: Parameters<typeof startPostman>[0]['db'], smtpUrl: string) {
  let now = new Date('2027-01-11T09:00:00.000Z')
  const clock = () => now
  const lines: string[] = []
  const config = { ...aConfig({ CONTACT: 'team@programme.example' }), smtpUrl }
  const pass = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds)
  }
  return { db, config, clock, pass, lines, log: createLog(clock, (line) => lines.push(line)) }
}
