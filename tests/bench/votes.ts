// Thirty votes at once: people of all delegations vote on the item that has just come on, while the screens read it.
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/tables.ts'
import { signIn } from './people.ts'
import type { Server } from './server.ts'

export type Voters = {
  /** Opens a pulse on what is shown, and takes everybody's vote at once. @returns milliseconds of each vote */
  vote(): Promise<number[]>
  /** The result comes on the screens. */
  close(): Promise<void>
}
type Voting = {
  readonly server: Server
  readonly db: Db
  readonly meeting: { readonly id: string; readonly slug: string }
  readonly code: string
  /** of the presenter */
  readonly cookie: string
}

/** Signs in so many people, delegation after delegation. */
export async function gatherVoters(hall: Voting, countries: readonly string[], people: number): Promise<Voters> {
  const cookies: string[] = []
  for (let place = 0; place < people; place += 1) {
    const country = countries[place % countries.length] ?? ''
    const { cookie } = await signIn(hall.db, `Voter ${place}`, {
      role: 'alternate',
      meetingId: hall.meeting.id,
      country,
    })
    cookies.push(cookie)
  }
  const { server } = hall
  const chair = async (pulse: 'open' | 'close') => {
    const form = new URLSearchParams({ pulse }).toString()
    const { status } = await server.ask(`/plenary/${hall.meeting.slug}/present`, { cookie: hall.cookie, form })
    if (status !== 303) throw new Error(`the console answered ${status} to "${pulse}"`)
  }
  const send = async (cookie: string, value: string) => {
    const from = performance.now()
    const form = new URLSearchParams({ intent: randomUUID(), value }).toString()
    const { status } = await server.ask(`/hall/${hall.code}/vote`, { cookie, form })
    if (status !== 303) throw new Error(`a vote was answered with ${status}`)
    return performance.now() - from
  }
  return {
    async vote() {
      await chair('open')
      const page = await server.ask(`/hall/${hall.code}/vote`, { cookie: cookies[0] ?? '' })
      const values = [...page.body.toString().matchAll(/name="value" value="([^"]+)"/g)].map(([, value = '']) => value)
      return Promise.all(cookies.map((cookie, place) => send(cookie, values[place % values.length] ?? '')))
    },
    close: () => chair('close'),
  }
}
