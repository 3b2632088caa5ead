// The check page: everything once more in order, what is missing, how it may be shown, the signature.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseAct } from '#surveys/answering/form.ts'
import { asDelegation } from '../../access.server.ts'
import { ANSWER_FORM } from '../../components/answering/answer-form.ts'
import { CheckForm } from '../../components/answering/check-form.tsx'
import type { Handle } from '../../handle.ts'
import { isLanguage, languageCookie } from '../../languages.ts'
import { checkPage } from './check-page.server.ts'
import { keepExplanations } from './explaining.server.ts'
import { requireOwnReply } from './own-reply.server.ts'
import { READINESS, stepReadiness } from './readiness.server.ts'
import { readSignOff } from './signing.server.ts'
import { submission } from './submission.server.ts'
import { searchOf } from './views/sign-search.ts'

export const handle: Handle = { languageForm: ANSWER_FORM, enhance: ['answer'] }

export const loader = asDelegation(async (visit) => checkPage(await requireOwnReply(visit), visit, {}))

export const action = asDelegation(async (visit) => {
  const before = await requireOwnReply(visit)
  const explained = await keepExplanations(before, visit)
  const reply = await requireOwnReply(visit)
  const sign = readSignOff(visit, before)
  const act = String(visit.form.get('act') ?? '')
  const asked = parseAct(act)
  if (asked.kind === 'language' && isLanguage(asked.language)) {
    const headers = { 'Set-Cookie': languageCookie(asked.language, visit.house.config) }
    return redirect(`${reply.home.base}/check?${searchOf(sign)}`, { status: 303, headers })
  }
  const step = READINESS.find((one) => one === act)
  if (step) {
    const refused = await stepReadiness(reply, visit, step, explained)
    if (refused === undefined) return redirect(`${reply.home.base}/check`, 303)
    return data(await checkPage(reply, visit, { ...refused.sent, sign }), refused.status)
  }
  if (act !== 'submit') {
    if (explained.wrongs.length === 0) return redirect(`${reply.home.base}/check?${searchOf(sign)}#explain`, 303)
    return data(await checkPage(reply, visit, { ...explained, sign }), 400)
  }
  const hasChanged = String(visit.form.get('seen') ?? '') !== (before.lastActivity?.at ?? '')
  const outcome = await submission(reply, visit, { sign, explained, hasChanged })
  if (outcome.kind === 'submitted') return redirect(`${reply.home.base}/receipt/${outcome.revision}`, 303)
  return data(await checkPage(reply, visit, { ...outcome.sent, sign }), outcome.status)
})

export default function CheckRoute() {
  const shown = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <CheckForm page={refused ?? shown} />
}
