// The database of a benchmark: meetings of any size whose delegations have replied, signed in people, open drafts.
import { join } from 'node:path'
import { cellsOf } from '#db/cells.ts'
import { type Database, openDatabase } from '#db/connection.ts'
import { createMeeting } from '#db/meetings.ts'
import { migrate } from '#db/migrate.ts'
import { codebookOf, publishQuestionnaire } from '#db/questionnaires.ts'
import { findOwnResponse, saveCells } from '#db/responses.ts'
import { openRound } from '#db/round-states.ts'
import { createRound } from '#db/rounds.ts'
import { submitResponse } from '#db/submitting.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Codebook, Questionnaire, Text } from '#surveys/definition/model.ts'
import { contentCodebook } from '../support/content.ts'
import { inventReply } from '../support/replies.ts'
import { multiply, type Twin } from './multiply.ts'
import { type Signed, signIn } from './people.ts'
import { SIXTY } from './sixty.ts'

/** Delegations of each meeting that really answer; the others say the same under their own name. */
export const REAL = 8
const BY = { actor: 'system' } as const
const DAY = 86_400_000

export type Kind = 'taf' | 'sixty'
export type Meeting = {
  readonly id: string
  readonly size: number
  /** the first eight, signed in as heads of delegation */
  readonly heads: readonly (Signed & { readonly country: string })[]
}
export type World = {
  readonly database: Database
  /** of SQLite, where everything is made, also what is moved to PostgreSQL afterwards */
  readonly file: string
  readonly url: string
  readonly manager: Signed
  readonly versions: Readonly<Record<Kind, string>>
  readonly codebooks: Readonly<Record<Kind, Codebook>>
}

/** An empty house with both questionnaires published, and a manager. */
export async function openWorld(folder: string, url = `file:${join(folder, 'house.db')}`): Promise<World> {
  const database = await openDatabase(url)
  const { db } = database
  await migrate(db)
  const publish = async (questionnaire: Questionnaire) => {
    const published = await publishQuestionnaire(db, { ...BY, at: moment(-20), questionnaire })
    if (!('version' in published)) throw new Error('a benchmark needs an empty database')
    return published.version.id
  }
  const { questionnaire } = contentCodebook('taf-regional-needs@1.1.0')
  const versions = { taf: await publish(questionnaire), sixty: await publish(SIXTY) }
  const codebooks = { taf: await codebookOf(db, versions.taf), sixty: await codebookOf(db, versions.sixty) }
  const manager = await signIn(db, 'Manager', { role: 'manager', meetingId: null, country: null })
  return { database, file: join(folder, 'house.db'), url, manager, versions, codebooks }
}

/** ISO time so many days from now. */
const moment = (days: number) => new Date(Date.now() + days * DAY).toISOString()
const words = (en: string): Text => ({ en, fr: en, ar: en })
const codeOf = (index: number) => `X${String(index + 1).padStart(6, '0')}`

/** A meeting with so many delegations. */
export async function addMeeting({ database: { db } }: World, size: number): Promise<Meeting> {
  const countries = Array.from({ length: size }, (_, index) => ({
    code: codeOf(index),
    label: words(`Delegation ${index + 1}`),
  }))
  const roster = { roster: `invented-${size}`, languages: ['en', 'fr', 'ar'], title: words('Invented'), countries }
  const meeting = await createMeeting(db, {
    ...BY,
    at: moment(-19),
    slug: `meeting-${size}`,
    title: words(`Meeting of ${size}`),
    roster,
    timeZone: 'Europe/Brussels',
  })
  if (!meeting) throw new Error('the meeting exists')
  const heads = []
  for (const { code } of countries.slice(0, REAL)) {
    const place = { role: 'head', meetingId: meeting.id, country: code } as const
    heads.push({ country: code, ...(await signIn(db, `Head of ${code}`, place)) })
  }
  return { id: meeting.id, size, heads }
}

export type Filling = {
  readonly kind: Kind
  readonly slug: string
  /** how far the replies are: nothing entered, every answer entered, or signed */
  readonly until: 'open' | 'answered' | 'signed'
  /** how often each answer was written before it is what it is; 1 unless given, else an odd number */
  readonly revisions?: number
  /** of how many delegations; all of the meeting unless given */
  readonly size?: number
}

/** An open round with the replies of a meeting's delegations. @returns its id */
export async function addRound(world: World, meeting: Meeting, filling: Filling): Promise<string> {
  const { db } = world.database
  const { kind, slug, size = meeting.size } = filling
  const real = meeting.heads.slice(0, size)
  const round = await createRound(db, {
    ...BY,
    at: moment(-18),
    slug,
    meetingId: meeting.id,
    versionId: world.versions[kind],
    title: words(slug),
    deadline: moment(20),
    countries: real.map(({ country }) => country),
  })
  if (!round) throw new Error(`the round ${slug} exists`)
  await openRound(db, { ...BY, at: moment(-18), roundId: round.id, role: 'manager' })
  const templates: string[] = []
  for (const [seed, head] of real.entries()) templates.push(await reply(world, head, { ...filling, seed }))
  const twins = Array.from({ length: size - real.length }, (_, index): Twin => {
    const place = real.length + index
    return { template: templates[index % templates.length] ?? '', country: codeOf(place), place: place + 1 }
  })
  if (twins.length > 0) multiply(world.file, twins)
  return round.id
}

type Replying = Filling & { readonly seed: number }

/** @returns the id of the response */
async function reply(world: World, head: Meeting['heads'][number], filling: Replying): Promise<string> {
  const { db } = world.database
  const { slug, kind, until, seed, revisions = 1 } = filling
  const { country, account } = head
  const own = await findOwnResponse(db, { round: slug, country })
  if (!own) throw new Error(`${country} has no response to ${slug}`)
  if (until === 'open') return own.id
  const today = moment(-10).slice(0, 10)
  const act = { actor: account, responseId: own.id, country, role: 'head', today } as const
  const answers = inventReply(world.codebooks[kind], { seed, today })
  for (let revision = 1; revision <= revisions; revision += 1) {
    const at = moment(-10 + revision / 1000)
    const said = revision % 2 === 1 ? answers : new Map([...answers.keys()].map((name) => [name, emptyCell(name)]))
    for (const fields of world.codebooks[kind].bySection.values()) {
      const current = await cellsOf(db, own.id)
      const cells = fields.flatMap(({ name }) => basedOn(said.get(name), current.get(name)?.revision))
      await saveCells(db, { ...act, at, cells })
    }
  }
  if (until === 'answered') return own.id
  const sign = {
    signedName: 'Invented',
    signedFunction: 'Head of delegation',
    level: 'public',
    sectionLevels: {},
  } as const
  const submitted = await submitResponse(db, { ...act, ...sign, at: moment(-9) })
  if (submitted.state !== 'submitted') throw new Error(`${country} could not sign: ${JSON.stringify(submitted)}`)
  return own.id
}

const basedOn = (cell: Cell | undefined, base = 0) => (cell ? [{ ...cell, base }] : [])
