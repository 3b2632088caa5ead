// What colleagues say to each other about a question. Only the delegation sees it.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addRemark, editRemark, eraseRemark, listRemarks } from '#db/remarks.ts'
import { mayEditRemark, mayEraseRemark, REMARK_MAX } from '#surveys/answering/discussion.ts'
import { asDelegation, audit, type DelegationVisit } from '../../access.server.ts'
import { Discussion } from '../../components/delegation/discussion.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { type OwnReply, refusalOf, requireOwnReply } from './own-reply.server.ts'
import { placeOf, requireField } from './question-at.server.ts'

const ACTS = ['say', 'edit', 'erase'] as const
const WORDS = { say: 'remark_said', edit: 'remark_edited', erase: 'remark_erased' } as const

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const field = requireField(reply, visit.params.field)
  const { account, now } = visit
  const remarks = await listRemarks(visit.db, reply.id, field.name)
  return {
    ...reply.home,
    ...placeOf(reply, field),
    title: `${field.number} ${reply.reader.t('inside:discussion.title')}`,
    cell: reply.cells.get(field.name) ?? null,
    remarks: remarks.map(({ account: author, ...remark }) => ({
      ...remark,
      isMine: author === account.id,
      mayEdit: mayEditRemark({ account: author, ...remark }, account.id, now.toISOString()),
      mayErase: mayEraseRemark({ account: author, ...remark }, account.id),
    })),
    maySay: refusalOf('discuss', reply, visit) === undefined,
    done: doneWord(visit.url, Object.values(WORDS)),
    intent: randomUUID(),
  }
})

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const field = requireField(reply, visit.params.field)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (!act) return again(form)
  if (refusalOf('discuss', reply, visit) !== undefined) form.refuse('act', 'not_your_role')
  else await change(visit, reply, form, { act, field: field.name })
  if (form.problems.length > 0) return again(form)
  return done(placeOf(reply, field).discussion, WORDS[act], '#thread')
})

async function change(
  visit: DelegationVisit,
  { id: responseId }: OwnReply,
  form: FormReading,
  { act, field }: { act: (typeof ACTS)[number]; field: string },
): Promise<void> {
  const body = act === 'erase' ? '' : form.text('remark', { max: REMARK_MAX, isLong: true })
  if (form.problems.length > 0) return
  const saying = { ...audit(visit), responseId, field, body, language: visit.language }
  const number = Number(form.raw('number'))
  const isDone = await onceOnly(visit, async (trx) => {
    if (act === 'say') return (await addRemark(trx, saying)) > 0
    return act === 'edit' ? editRemark(trx, { ...saying, number }) : eraseRemark(trx, { ...saying, number })
  })
  if (!isDone) form.refuse('act', 'changed_meanwhile')
}

export default function DiscussionRoute() {
  return <Discussion page={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}
