// The questions of a section to which institutions contributed: the spread, and one click to adopt an answer.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contributionsNow } from '#db/contributions.ts'
import type { Section } from '#surveys/definition/model.ts'
import { asDelegation, type DelegationVisit } from '../../access.server.ts'
import { Contributions, type ContributionsPage } from '../../components/delegation/contributions.tsx'
import { idOf } from '../../components/questions/asked.ts'
import { doneWord } from '../team/answers.ts'
import { adopt, adoptRefusal, comparedOf } from './comparing.server.ts'
import { addressFor, askedIn } from './contributing.server.ts'
import { type OwnReply, requireOwnReply } from './own-reply.server.ts'
import { requireField } from './question-at.server.ts'
import { requireSection } from './section-page.server.ts'

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  return contributionsPage(reply, visit, requireSection(reply, visit.params.section), null)
})

async function contributionsPage(
  reply: OwnReply,
  visit: DelegationVisit,
  section: Section,
  refused: string | null,
): Promise<ContributionsPage & { title: string }> {
  const { home, reader, codebook } = reply
  const now = await contributionsNow(visit.db, reply.id)
  const asked = await askedIn({ reply, visit, section: section.key })
  return {
    ...home,
    title: reader.t('inside:contributions.title'),
    section: { key: section.key, title: section.title },
    questions: (codebook.bySection.get(section.key) ?? []).flatMap((field) => {
      const contributions = now.get(field.name)
      return contributions ? [comparedOf(reply, field, contributions)] : []
    }),
    closed: adoptRefusal(reply, visit),
    asked: [...asked.keys()].map((name) => ({ name, href: addressFor(home.base, section.key, name) })),
    refused,
    done: doneWord(visit.url, ['adopted'] as const),
  }
}

export const action = asDelegation(async (visit) => {
  const before = await requireOwnReply(visit)
  const section = requireSection(before, visit.params.section)
  const field = requireField(before, String(visit.form.get('field') ?? ''))
  const why = await adopt(before, visit, field)
  if (why !== null) {
    const reply = await requireOwnReply(visit)
    return data(await contributionsPage(reply, visit, section, `${field.number}: ${why}`), 409)
  }
  return redirect(`${before.home.base}/${section.key}/contributions?done=adopted#${idOf(field.name)}`, 303)
})

export default function ContributionsRoute() {
  const shown = useLoaderData<typeof loader>()
  return <Contributions page={useActionData<typeof action>() ?? shown} />
}
