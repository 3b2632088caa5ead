// One person: roles, sessions, access. Every change is in the trail, and can be undone.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isErased, personalDataOf } from '#db/personal-data.ts'
import { listSessions } from '#db/sessions.ts'
import { asTeam, type TeamVisit } from '../../access.server.ts'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { Access } from '../../components/team/person-access.tsx'
import { LostKeys } from '../../components/team/person-keys.tsx'
import { Places } from '../../components/team/person-places.tsx'
import { type Kept, KINDS, PersonalData } from '../../components/team/personal-data.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { openResetOf } from './lost-keys.server.ts'
import { actOnPerson, DONE_WITH_PERSON, requirePerson } from './person-acts.server.ts'
import { placeNames, toPlace } from './places.server.ts'

const MANAGERS = { roles: ['manager'] } as const

export const loader = asTeam(MANAGERS, async (visit) => {
  const { db, url, account } = visit
  const person = await requirePerson(visit)
  const names = await placeNames(db)
  const sessions = await listSessions(db, person.id)
  return {
    title: person.name,
    person: {
      id: person.id,
      name: person.name,
      email: person.email,
      isDisabled: person.disabledAt !== null,
      isErased: isErased(person),
    },
    isYourself: person.id === account.id,
    places: person.memberships.map((membership) => ({ id: membership.id, ...toPlace(membership, names) })),
    meetings: names.meetings.map(({ slug, title, roster }) => ({ slug, title, countries: roster.countries })),
    reset: await openResetOf(visit, person.id),
    sessions: sessions.map(({ id, createdAt, lastSeenAt }) => ({ id, createdAt, lastSeenAt })),
    kept: await keptAbout(visit, person.id),
    done: doneWord(url, DONE_WITH_PERSON),
    intent: randomUUID(),
  }
})

async function keptAbout({ db }: TeamVisit, id: string): Promise<Kept> {
  const known = await personalDataOf(db, id)
  return Object.fromEntries(KINDS.map((kind) => [kind, known?.[kind].length ?? 0])) as Kept
}

export const action = asTeam(MANAGERS, async (visit) => {
  const { form, word } = await actOnPerson(visit)
  return form.problems.length > 0 ? again(form) : done(visit.url.pathname, word)
})

export default function Person() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs steps={[{ href: '/team/people', words: t('team:people.title') }]} here={page.person.name} />
      <Head over={<bdi>{page.person.email}</bdi>} title={<span dir="auto">{page.person.name}</span>}>
        {page.isYourself && <p className="meta">{t('team:person.yourself')}</p>}
      </Head>
      <Places places={page.places} meetings={page.meetings} sent={sent} intent={page.intent} />
      {!page.person.isErased && <Access {...page} sent={sent} />}
      {!page.isYourself && !page.person.isDisabled && <LostKeys reset={page.reset} sent={sent} intent={page.intent} />}
      <PersonalData {...page} sent={sent} />
    </div>
  )
}
