// The project team's questions: read, answered in words, changed in place; and what the delegation asks of the team.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideProposal } from '#db/proposals.ts'
import { askTeam, takeBackRequest } from '#db/requests.ts'
import { answerClarification } from '#db/settling.ts'
import type { Refusal } from '#surveys/answering/states.ts'
import { asDelegation, type DelegationVisit } from '../../access.server.ts'
import { Requests, Threads } from '../../components/answering/clarifications.tsx'
import { Crumbs } from '../../components/answering/crumbs.tsx'
import { Done, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { type Noticed, notify } from '../../notices.ts'
import { again, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { clarificationsPage } from './clarifications-page.server.ts'
import { stepOf } from './keeping.server.ts'
import { type OwnReply, requireOwnReply } from './own-reply.server.ts'

const ACTS = ['answer', 'ask_unlock', 'ask_reopen', 'take_back', 'take_proposal', 'refuse_proposal'] as const
type Act = (typeof ACTS)[number]

/** Of which act the team is told. */
const TOLD = {
  answer: 'answer',
  ask_unlock: 'ask_unlock',
  ask_reopen: 'ask_reopen',
  take_proposal: 'answer',
  refuse_proposal: 'answer',
} as const satisfies Record<Exclude<Act, 'take_back'>, Noticed>

export const loader = asDelegation(async (visit) => ({
  ...(await clarificationsPage(await requireOwnReply(visit), visit)),
  done: doneWord(visit.url, ACTS),
}))

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (!act) return again(form)
  const said = readSaid(visit, reply, form, act)
  if (form.problems.length > 0) return again(form)
  const refusal = await onceOnly(visit, async (trx) => {
    const refused = await doAct(trx, visit, reply, { act, ...said })
    if (!refused && act !== 'take_back') await tell(trx, visit, reply, TOLD[act])
    return refused ?? null
  })
  if (!refusal) return redirect(`${reply.home.base}/clarifications?done=${act}`, 303)
  form.refuse('act', refusal === 'role' ? 'not_your_role' : 'state')
  return data({ problems: form.problems, values: form.values }, 409)
})

type Said = { words: string; why: string; fields: readonly string[]; id: string }

function readSaid({ form: posted }: DelegationVisit, { codebook }: OwnReply, form: FormReading, act: Act): Said {
  const fields = posted.getAll('fields').map(String)
  if (act === 'ask_unlock' && !fields.some((name) => codebook.byName.has(name))) form.refuse('fields', 'fields_missing')
  const isAsking = act === 'ask_unlock' || act === 'ask_reopen'
  return {
    words: act === 'answer' ? form.text('words', { max: 2000, isLong: true }) : '',
    why: isAsking ? form.text('why', { max: 1000, isLong: true }) : '',
    fields: fields.filter((name) => codebook.byName.has(name)),
    id: form.raw('clarification'),
  }
}

async function doAct(
  trx: DelegationVisit['db'],
  visit: DelegationVisit,
  reply: OwnReply,
  { act, words, why, fields, id }: Said & { act: Act },
): Promise<Refusal | undefined> {
  const { today, ...step } = stepOf(reply, visit)
  switch (act) {
    case 'answer':
      return answerClarification(trx, { ...step, id, body: words, language: visit.language })
    case 'take_proposal':
    case 'refuse_proposal':
      return decideProposal(trx, { ...step, id, today, isTaken: act === 'take_proposal' })
    case 'ask_unlock':
      return askTeam(trx, { ...step, kind: 'unlock', fields, why })
    case 'ask_reopen':
      return askTeam(trx, { ...step, kind: 'reopen', fields: [], why })
    case 'take_back':
      return takeBackRequest(trx, step)
  }
}

async function tell(trx: DelegationVisit['db'], visit: DelegationVisit, reply: OwnReply, act: Noticed) {
  const { round, country, id } = reply
  const at = visit.now.toISOString()
  await notify(visit.house, trx, { act, round, country, responseId: id, by: visit.account.id, at })
}

export default function Clarifications() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs page={page} here={t('review:mine.title')} />
      <div className="head">
        <h1>{t('review:page.finding', { count: page.open.filter(({ thread }) => thread.state === 'open').length })}</h1>
        <p className="lead">{t('review:mine.lead')}</p>
      </div>
      <div className="stack loose">
        {page.open.length > 0 && (
          <section className="stack airy" aria-labelledby="open">
            <h2 id="open">{t('review:page.open')}</h2>
            <Threads page={page} questions={page.open} sent={sent} />
          </section>
        )}
        <Requests page={page} sent={sent} />
        {page.settled.length > 0 && (
          <section className="stack airy" aria-labelledby="settled">
            <h2 id="settled">{t('review:page.settled')}</h2>
            <Threads page={page} questions={page.settled} sent={sent} />
          </section>
        )}
        <p className="row">
          <a href={page.base}>{t('answer:receipt.back')}</a>
        </p>
      </div>
    </div>
  )
}
