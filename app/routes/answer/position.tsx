// One question: what every institution says, all of it together in a field, and the national answer that comes of it.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listContributions } from '#db/contributions.ts'
import { isAnswered } from '#surveys/answering/cells.ts'
import { mergedOf, sayingNow } from '#surveys/answering/contributions.ts'
import { parseAct } from '#surveys/answering/form.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { readField } from '#surveys/answering/reading.ts'
import type { Field } from '#surveys/definition/model.ts'
import { asDelegation, badRequest, type DelegationVisit } from '../../access.server.ts'
import { Position, type PositionPage } from '../../components/delegation/position.tsx'
import { doneWord } from '../team/answers.ts'
import { adopt, adoptRefusal, comparedOf, keepFrom, outcomeOf } from './comparing.server.ts'
import { NOTHING_FOUND, type OwnReply, requireOwnReply } from './own-reply.server.ts'
import { requireField } from './question-at.server.ts'
import { askedOf, type Replying } from './views/asked-of.ts'

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  return positionPage(reply, visit, requireField(reply, visit.params.field), {})
})

type Sent = {
  readonly refused?: string
  readonly cell?: Cell
  readonly from?: readonly number[]
  readonly found?: Pick<Replying, 'problems' | 'clashes'>
}

async function positionPage(
  reply: OwnReply,
  visit: DelegationVisit,
  field: Field,
  { refused, cell, from, found = NOTHING_FOUND }: Sent,
): Promise<PositionPage & { title: string }> {
  const { home, reader, codebook, cells, judged, open } = reply
  const contributions = sayingNow(await listContributions(visit.db, reply.id, field.name))
  const replying = {
    base: home.base,
    codebook,
    cells,
    judged,
    reader,
    open,
    asked: [],
    takesDocuments: false,
    ...found,
  }
  const asked = askedOf(field, replying)
  const isMerging = visit.url.searchParams.has('together')
  const together = isMerging ? mergedOf(field, contributions) : undefined
  const closed = adoptRefusal(reply, visit, field)
  return {
    ...home,
    title: `${field.number} ${reader.t('inside:position.title')}`,
    section: field.section,
    compared: comparedOf(reply, field, contributions),
    // An answer that depends on others is set here all the same: it is shown where it applies.
    asked: closed === null ? { ...asked, applies: true, cell: cell ?? together ?? asked.cell, spread: null } : null,
    isMerging,
    from: from ?? (isMerging ? contributions.filter(isAnswered).map(({ revision }) => revision) : []),
    closed,
    refused: refused ?? null,
    done: doneWord(visit.url, ['adopted', 'position_set'] as const),
  }
}

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const field = requireField(reply, visit.params.field)
  const here = `${reply.home.base}/contributions/${field.name}`
  if (visit.form.has('adopt')) {
    const refused = await adopt(reply, visit, field)
    if (refused === null) return redirect(`${here}?done=adopted`, 303)
    return data(await positionPage(await requireOwnReply(visit), visit, field, { refused }), 409)
  }
  return setPosition(reply, visit, field, here)
})

async function setPosition(reply: OwnReply, visit: DelegationVisit, field: Field, here: string) {
  const refusal = adoptRefusal(reply, visit, field)
  const { today, language } = reply.reader
  const read = readField(field, visit.form, { today, language, current: reply.cells })
  if (!read) {
    // Without the answer's revision nothing was sent; with the choice of a colleague's answer nothing is to be done.
    if (!visit.form.has(`${field.name}~revision`)) throw badRequest()
    return redirect(here, 303)
  }
  const { base, ...cell } = read.cell
  const numbers = visit.form.getAll('from').map(Number)
  if (refusal !== null)
    return data(await positionPage(reply, visit, field, { refused: refusal, cell, from: numbers }), 409)
  const said = sayingNow(await listContributions(visit.db, reply.id, field.name))
  const sources = said.map(({ revision }) => revision).filter((revision) => numbers.includes(revision))
  const saved = await keepFrom(reply, visit, read.cell, sources)
  const now = await requireOwnReply(visit)
  const clashes = new Map(saved.conflicts.map((clash) => [clash.field, { ...clash, base }]))
  const problems = new Map(read.problems.map((problem) => [problem.field, problem]))
  const refused = clashes.size > 0 ? null : outcomeOf(saved, reply)
  if (refused !== null) return data(await positionPage(now, visit, field, { refused, cell, from: sources }), 409)
  if (clashes.size > 0 || problems.size > 0) {
    const sent = { from: sources, found: { problems, clashes } }
    return data(await positionPage(now, visit, field, sent), clashes.size > 0 ? 409 : 400)
  }
  const isStep = parseAct(String(visit.form.get('act') ?? '')).kind !== 'save'
  return redirect(isStep ? `${here}#position` : `${here}?done=position_set`, 303)
}

export default function PositionRoute() {
  const shown = useLoaderData<typeof loader>()
  return <Position page={useActionData<typeof action>() ?? shown} />
}
