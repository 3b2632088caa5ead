// One section of a reply: its questions to answer, or to read where nothing can be changed.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Act, parseAct } from '#surveys/answering/form.ts'
import type { Problem } from '#surveys/answering/model.ts'
import { asDelegation } from '../../access.server.ts'
import { ANSWER_FORM } from '../../components/answering/answer-form.ts'
import { SectionForm } from '../../components/answering/section-form.tsx'
import { SectionReading } from '../../components/answering/section-reading.tsx'
import type { Handle } from '../../handle.ts'
import { openOffers } from './confirm-page.server.ts'
import { goOn } from './going-on.server.ts'
import { detach, keepSection, restore } from './keeping.server.ts'
import { NOTHING_FOUND, type OwnReply, requireOwnReply } from './own-reply.server.ts'
import { requireSection, sectionPage } from './section-page.server.ts'
import { notUploaded } from './uploading.server.ts'
import { newsOf } from './views/news.ts'

export const handle: Handle = { enhance: ['answer'], languageForm: ANSWER_FORM }

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const section = requireSection(reply, visit.params.section)
  const news = newsOf(visit.url.searchParams, reply)
  return sectionPage(reply, visit, section, { ...NOTHING_FOUND, news })
})

export const action = asDelegation(async (visit) => {
  const before = await requireOwnReply(visit)
  const section = requireSection(before, visit.params.section)
  const { reply, problems, clashes, refusal, unkept } = await keepSection(before, visit, section.key)
  const act = parseAct(String(visit.form.get('act') ?? ''))
  const wrongs = notUploaded(reply, section.key, visit)
  if ((refusal !== undefined || unkept.length > 0) && act.kind !== 'language')
    return data(await sectionPage(reply, visit, section, { ...NOTHING_FOUND, unkept }), 409)
  if (act.kind === 'remove-file') await detach(reply, visit, act)
  if (clashes.size > 0 || (problems.size + wrongs.length > 0 && !isKeptByLanguageSwitch(act, problems))) {
    const status = clashes.size > 0 ? 409 : 400
    return data(await sectionPage(reply, visit, section, { problems, clashes, wrongs }), status)
  }
  const isRestored = act.kind === 'restore' && (await restore(reply, visit, act.field))
  if (act.kind === 'save' && saysNothingChanged(before, reply) && (await openOffers(reply, visit)).length > 0) {
    return redirect(`${reply.home.base}/confirm`, 303)
  }
  const { to, headers } = goOn(act, { reply, section: section.key, isRestored, config: visit.house.config })
  return redirect(to, { status: 303, headers })
})

/** A questionnaire may ask whether anything has changed: "no" leads to the answers of before, measure by measure. */
const UNCHANGED = 'changes_since_last'
const saysNothingChanged = (before: OwnReply, { cells }: OwnReply) =>
  cells.get(UNCHANGED)?.value === 'no' && before.cells.get(UNCHANGED)?.value !== 'no'

/** Another language shows what is kept as typed again, with its problem; a link beside others is not kept, so it stays here. */
const isKeptByLanguageSwitch = (act: Act, problems: ReadonlyMap<string, Problem>) =>
  act.kind === 'language' && ![...problems.values()].some(({ values }) => values?.entry !== undefined)

export default function SectionRoute() {
  const shown = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const page = refused ?? shown
  return page.closed === null ? <SectionForm page={page} /> : <SectionReading page={page} />
}
