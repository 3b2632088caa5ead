// The people of the installation: who has which role where, and who is invited.
import { useActionData, useLoaderData } from '@remix-run/react'
import { listPeople } from '#db/accounts.ts'
import { isUsable, listInvitations, revokeInvitation } from '#db/invitations.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Done, Head, Problems } from '../../components/team/frame.tsx'
import { InvitationTable, PeopleTable } from '../../components/team/people-tables.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { placeNames, toPlace } from './places.server.ts'
import { readForm } from './reading.ts'

const MANAGERS = { roles: ['manager'] } as const

export const loader = asTeam(MANAGERS, async ({ db, t, url, now }) => {
  const names = await placeNames(db)
  const wanted = names.meetings.find(({ slug }) => slug === url.searchParams.get('meeting'))
  const people = await listPeople(db, wanted ? { meetingId: wanted.id } : {})
  const invitations = await listInvitations(db, { isOpen: true })
  return {
    title: t('team:people.title'),
    meeting: wanted?.slug ?? '',
    meetings: names.meetings.map(({ slug, title }) => ({ slug, title })),
    people: people.map(({ id, name, email, disabledAt, memberships }) => ({
      id,
      name,
      email,
      isDisabled: disabledAt !== null,
      places: memberships.map((membership) => toPlace(membership, names)),
    })),
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      place: toPlace(invitation, names),
      expiresAt: invitation.expiresAt,
      isUsable: isUsable(invitation, now.toISOString()),
      isExpired: invitation.expiresAt <= now.toISOString(),
    })),
    done: doneWord(url, ['revoked'] as const),
  }
})

export const action = asTeam(MANAGERS, async (visit) => {
  const form = readForm(visit.form)
  const id = form.text('revoke', { max: 50 })
  if (form.problems.length === 0 && !(await revokeInvitation(visit.db, { ...audit(visit), id }))) {
    form.refuse('revoke', 'changed_meanwhile')
  }
  return form.problems.length > 0 ? again(form) : done('/team/people', 'revoked', '#invitations')
})

export default function People() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Head over={t('place.team')} title={t('team:people.finding', { count: page.people.length })}>
        <p>
          <a className="button" href="/team/people/invite">
            {t('team:people.invite')}
          </a>
        </p>
      </Head>
      <PeopleTable people={page.people} meetings={page.meetings} meeting={page.meeting} />
      <InvitationTable invitations={page.invitations} />
    </div>
  )
}
