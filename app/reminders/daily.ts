// The daily letter to managers: the head of the audit trail, which nobody can change unseen once it lies in their mail, and what waits.
import { listPeople } from '#db/accounts.ts'
import { trailHead } from '#db/audit.ts'
import { listBoard } from '#db/board.ts'
import { countMail } from '#db/outbox.ts'
import { findProfile } from '#db/profiles.ts'
import { DAILY, remindOnce } from '#db/reminders.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { wallTimeOf } from '#db/wall-clock.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { House } from '../house.ts'
import type { Language } from '../languages.ts'
import { momentInLetter, writeLetter } from '../mail.ts'

/** The zone of the programme, and the hour in it from which on the letter of the day goes out. */
const ZONE = 'Europe/Brussels'
const HOUR = 7

type Desk = Pick<House, 'db' | 'config' | 'words' | 'clock'>

/** Queues the letter of the day to each manager who has not had it. @returns how many */
export async function sendDaily(house: Desk): Promise<number> {
  const { db, clock } = house
  const now = clock()
  const { date, time } = wallTimeOf(now, ZONE)
  if (Number(time.slice(0, 2)) < HOUR) return 0
  const isManager = ({ role }: { role: string }) => role === 'manager'
  const managers = (await listPeople(db)).filter(({ memberships }) => memberships.some(isManager))
  const facts = await factsOf(db)
  let letters = 0
  for (const { id } of managers) {
    const addressee = await findProfile(db, id)
    if (!addressee) continue
    const { name, email, language } = addressee
    const values = { name, ...factWords(house, facts, language ?? 'en', now) }
    const sent = await remindOnce(db, {
      accountId: id,
      matters: [{ matter: `${DAILY}${date}`, responseId: null, step: null }],
      write: () => writeLetter(house, { letter: 'daily', to: email, language: language ?? 'en', values }),
      at: now.toISOString(),
    })
    letters += sent.length
  }
  return letters
}

type Facts = Awaited<ReturnType<typeof factsOf>>

async function factsOf(db: Db) {
  const open = (await listRounds(db)).filter(({ state }) => state === 'open')
  const rounds = []
  for (const { id, title, meeting } of open) {
    const taking = (await listBoard(db, id)).filter(({ state }) => state !== 'declined')
    const submitted = taking.filter(({ official }) => official !== null).length
    rounds.push({ title, source: meeting.roster.languages[0] ?? 'en', submitted, all: taking.length })
  }
  return { head: await trailHead(db), refused: await countMail(db, 'refused'), rounds }
}

function factWords({ words, config }: Desk, { head, refused, rounds }: Facts, language: Language, now: Date) {
  const t = words.t(language)
  const lines = rounds.map(({ title, source, submitted, all }) =>
    t('mail:daily.round', { round: inLanguage(title, language, source).words, count: submitted, all }),
  )
  return {
    when: momentInLetter({ words }, language, now),
    code: head.hash,
    entries: String(head.link),
    rounds: lines.length > 0 ? lines.join('\n') : t('mail:daily.no_round'),
    refused: t('mail:daily.refused', { count: refused }),
    link: `${config.origin}/team`,
  }
}
