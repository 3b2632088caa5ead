// Who is asked to answer what: the open assignments of the delegation, and the form of the next one. Nobody else reads it.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { assign, listAssignments, settleAssignment } from '#db/assignments.ts'
import { targetsOf } from '#surveys/answering/assignments.ts'
import { RUNNING_ROLES } from '#surveys/answering/delegation.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import { asDelegation, audit, type DelegationVisit } from '../../access.server.ts'
import { Crumbs } from '../../components/answering/crumbs.tsx'
import { AssignForm, Assignments } from '../../components/delegation/work.tsx'
import { Done, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { writeAssigned } from './assigning.server.ts'
import { mayRun } from './delegation-people.server.ts'
import { type OwnReply, requireOwnReply } from './own-reply.server.ts'
import { colleaguesOf } from './people.server.ts'
import { addressOf } from './views/outline.ts'

const ACTS = ['assign', 'done', 'reopen', 'remind'] as const
const WORDS = { assign: 'assigned', done: 'task_done', reopen: 'task_reopened', remind: 'reminded' } as const

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const { codebook, home, reader } = reply
  const sections = codebook.questionnaire.sections.map(({ key }) => key)
  const targets = targetsOf(codebook).map(({ name, kind, section, label, first }) => ({
    name,
    label,
    number: kind === 'section' ? letterOf(sections.indexOf(section)) : (first.number.split('.')[0] ?? ''),
    section,
    href: kind === 'section' ? `${home.base}/${section}` : addressOf(codebook, first.name, home.base),
  }))
  return {
    ...home,
    title: reader.t('delegation:work.title'),
    targets,
    assignments: await listAssignments(visit.db, reply.id),
    colleagues: await namedColleagues(visit, reply),
    me: visit.account.id,
    today: reader.today,
    mayRun: mayRun(visit),
    chosen: visit.url.searchParams.get('target') ?? '',
    done: doneWord(visit.url, Object.values(WORDS)),
    intent: randomUUID(),
  }
})

const namedColleagues = async (visit: DelegationVisit, { round }: OwnReply) =>
  (await colleaguesOf(visit, round.meeting.id)).flatMap(({ people }) => people)

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (!act) return again(form)
  if (act === 'assign' || act === 'remind') {
    if (!RUNNING_ROLES.some((role) => role === visit.delegation.role)) form.refuse('act', 'not_your_role')
    else await (act === 'assign' ? make(visit, reply, form) : remind(visit, reply, form))
  } else if (!(await settle(visit, reply, { id: form.raw('assignment'), isDone: act === 'done' }))) {
    form.refuse('act', 'changed_meanwhile')
  }
  return form.problems.length > 0 ? again(form) : done(`${reply.home.base}/work`, WORDS[act])
})

async function make(visit: DelegationVisit, reply: OwnReply, form: FormReading): Promise<void> {
  const colleagues = await namedColleagues(visit, reply)
  const target = form.choice(
    'target',
    targetsOf(reply.codebook).map(({ name }) => name),
  )
  const colleague = form.choice('colleague', ['', ...colleagues.map(({ id }) => id)]) || null
  const institution = form.text('institution', { max: 160, isOptional: true }) || null
  const kind = form.raw('kind') === 'contribution' ? ('contribution' as const) : ('answer' as const)
  const note = form.text('note', { max: 1000, isLong: true, isOptional: true }) || null
  const dueOn = form.day('due', { isOptional: true })
  if (!colleague && !institution) form.refuse('colleague', 'asked_missing')
  else if (kind === 'contribution' && !institution) form.refuse('institution', 'institution_missing')
  if (form.problems.length > 0) return
  const made = { kind, target, colleague, institution, note, dueOn }
  await onceOnly(visit, async (trx) => {
    const id = await assign(trx, { ...audit(visit), responseId: reply.id, ...made })
    if (colleague) await writeAssigned(visit, trx, reply, colleague)
    return id
  })
}

/** Whoever is asked may say that it is done; so may whoever runs the work. */
async function settle(visit: DelegationVisit, reply: OwnReply, { id, isDone }: { id: string; isDone: boolean }) {
  const one = (await listAssignments(visit.db, reply.id)).find((assignment) => assignment.id === id)
  if (!one || !(mayRun(visit) || one.colleague?.id === visit.account.id)) return false
  return onceOnly(visit, (trx) => settleAssignment(trx, { ...audit(visit), responseId: reply.id, id, isDone }))
}

async function remind(visit: DelegationVisit, reply: OwnReply, form: FormReading): Promise<void> {
  const id = form.raw('assignment')
  const one = (await listAssignments(visit.db, reply.id)).find((assignment) => assignment.id === id)
  const colleague = one?.doneAt === null ? one.colleague?.id : undefined
  if (!colleague) return form.refuse('act', 'changed_meanwhile')
  await onceOnly(visit, (trx) => writeAssigned(visit, trx, reply, colleague))
}

export default function Work() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const open = page.assignments.filter(({ doneAt }) => doneAt === null)
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs page={page} here={t('delegation:work.title')} />
      <div className="head">
        <h1>{t('delegation:work.finding', { count: open.length })}</h1>
        <p className="lead">{t('delegation:work.lead')}</p>
      </div>
      <Assignments page={page} />
      {page.mayRun && <AssignForm page={page} sent={sent} />}
    </div>
  )
}
