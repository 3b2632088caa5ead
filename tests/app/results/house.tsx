// A house without a server: a database in memory, an invented round, and pages drawn as the server draws them.

import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'
import { Speaking } from '#app/components/words.tsx'
import type { Context, Membership, SignedIn } from '#app/house.ts'
import type { Language } from '#app/languages.ts'
import { createLog } from '#app/log.ts'
import { createWords } from '#app/words.ts'
import { createMeeting } from '#db/meetings.ts'
import { publishQuestionnaire } from '#db/questionnaires.ts'
import { saveCells } from '#db/responses.ts'
import { openRound } from '#db/round-states.ts'
import { createRound } from '#db/rounds.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import type { Level } from '#surveys/answering/model.ts'
import { anAccount, BY_SYSTEM, minutes, responseOf, TODAY } from '../../support/world.ts'
import { cellsFrom, QUESTIONNAIRE, ROSTER, type Said } from '../../surveys/analysis/rounds.ts'

const words = createWords((language, key) => {
  throw new Error(`no words in ${language} for ${key}`)
})

export const SLUG = 'invented-2027'
const text = (en: string) => ({ en, fr: `${en} (fr)`, ar: `${en} (ar)` })

/** A round of the invented questionnaire for eight delegations, open, with nothing submitted. */
export async function anInventedRound(db: Db) {
  const roster = { roster: 'eight', languages: ['en', 'fr', 'ar'], title: text('Eight'), countries: ROSTER }
  const about = { slug: 'session', title: text('Session'), roster, timeZone: 'Europe/Brussels' }
  const meeting = await createMeeting(db, { ...BY_SYSTEM, ...about })
  const published = await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: QUESTIONNAIRE })
  if (!meeting || !('version' in published)) throw new Error('the world exists already')
  const planned = { slug: SLUG, meetingId: meeting.id, versionId: published.version.id, title: text('Invented round') }
  const round = await createRound(db, { ...BY_SYSTEM, ...planned, deadline: minutes(600) })
  if (!round) throw new Error('the round exists already')
  await openRound(db, { ...BY_SYSTEM, roundId: round.id, role: 'manager' })
  return { meeting, round, head: await anAccount(db, 'Amal Haddad') }
}
type World = Awaited<ReturnType<typeof anInventedRound>>

/** A delegation answers and submits; `minute` orders the events. */
export async function replies(db: Db, world: World, country: string, said: Said, level: Level = 'named', minute = 1) {
  const { id } = await responseOf(db, country, SLUG)
  const act = { responseId: id, country, role: 'head', actor: world.head, today: TODAY } as const
  const cells = [...cellsFrom(said).values()].map((cell) => ({ ...cell, base: 0 }))
  if (cells.length > 0) await saveCells(db, { ...act, cells, at: minutes(minute) })
  const signed = { signedName: 'Amal Haddad', signedFunction: 'Head of delegation', level, sectionLevels: {} }
  const done = await submitResponse(db, { ...act, ...signed, at: minutes(minute + 1) })
  if (done.state !== 'submitted') throw new Error(`${country}: ${JSON.stringify(done)}`)
}

export type Asking = {
  readonly language?: Language
  readonly membership?: Partial<Membership>
  readonly params?: Readonly<Record<string, string>>
  readonly method?: string
}
type Loader<T> = (args: { request: Request; params: Record<string, string>; context: Context }) => Promise<T>

/** Calls a loader as a manager of the whole installation, unless told otherwise. */
export function ask<T>(db: Db, loader: Loader<T>, path: string, asking: Asking = {}): Promise<T> {
  const { language = 'en', params = {}, method = 'GET' } = asking
  const membership: Membership = { id: 'm', meetingId: null, country: null, role: 'manager', ...asking.membership }
  const signedIn: SignedIn = {
    account: { id: 'a', name: 'R. Amsel', email: 'a@demo.example', language, timeZone: null, digits: 'latn' },
    session: { id: 's', factor: 'passkey', endsAt: new Date(minutes(900)), lastsUntil: new Date(minutes(900)) },
    memberships: [membership],
    membership,
    needsSecondFactor: false,
  }
  const clock = () => new Date(minutes(30))
  const log = createLog(clock, () => {})
  const storage = { hear: () => null }
  const house = { db, auth: { currentAccount: async () => signedIn }, words, clock, log, storage }
  const request = new Request(`http://localhost${path}`, { method, headers: { 'accept-language': language } })
  const context = { house, nonce: 'n', requestId: 'r', ip: '', isData: false, enhancements: {} } as unknown as Context
  return loader({ request, params: { round: SLUG, ...params }, context })
}

/** The page as HTML. @throws when a word is missing in its language */
export async function draw(Page: ComponentType, data: unknown, language: Language): Promise<string> {
  const handler = createStaticHandler([{ id: 'page', path: '/', element: <Page />, loader: () => data as object }])
  const context = await handler.query(new Request('http://localhost/'))
  if (context instanceof Response) throw new Error('the page leads elsewhere')
  const speaker = { t: words.t(language), language, digits: 'latn', timeZone: 'Europe/Brussels' } as const
  return renderToStaticMarkup(
    <Speaking speaker={speaker}>
      <StaticRouterProvider
        router={createStaticRouter(handler.dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </Speaking>,
  )
}
