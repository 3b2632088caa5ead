// Everything an answer ever was: who, when, from what to what, taken from where; any of it put back as a new revision.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sourcesOf } from '#db/cell-sources.ts'
import { historyOf } from '#db/cells.ts'
import { listContributions } from '#db/contributions.ts'
import { saveCells } from '#db/responses.ts'
import { sameCell } from '#surveys/answering/cells.ts'
import type { KeptCell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'
import { asDelegation, type DelegationVisit } from '../../access.server.ts'
import { History } from '../../components/delegation/history.tsx'
import { doneWord } from '../team/answers.ts'
import { contentOf, stepOf } from './keeping.server.ts'
import { closedWords, type OwnReply, refusalOf, requireOwnReply } from './own-reply.server.ts'
import { placeOf, requireField } from './question-at.server.ts'
import { isolated } from './views/reader.ts'

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  return historyPage(reply, visit, requireField(reply, visit.params.field), null)
})

async function historyPage(reply: OwnReply, visit: DelegationVisit, field: Field, refused: string | null) {
  const { reader, open, assigned } = reply
  const now = reply.cells.get(field.name)
  const refusal = refusalOf('edit', reply, visit)
  const revisions = await historyOf(visit.db, reply.id, field.name)
  const sources = await sourcesOf(visit.db, reply.id, field.name)
  const contributions = await listContributions(visit.db, reply.id, field.name)
  const institutions = new Map(contributions.map(({ revision, institution }) => [revision, institution]))
  const canRestore = refusal === undefined && (open?.has(field.name) ?? true) && (assigned?.has(field.name) ?? true)
  return {
    ...reply.home,
    ...placeOf(reply, field),
    title: `${field.number} ${reader.t('inside:history.title')}`,
    revisions: revisions.map((cell, index) => ({
      cell,
      before: revisions[index + 1] ?? null,
      taken: (sources.get(cell.revision) ?? []).map(({ kind, number }) =>
        kind === 'revision'
          ? reader.t('inside:history.restored', { number })
          : reader.t('inside:history.from', { institution: isolated(institutions.get(number) ?? '') }),
      ),
      canRestore: canRestore && !sameCell(cell, now),
    })),
    base: reply.home.base,
    now: now?.revision ?? 0,
    closed: refusal === undefined ? null : closedWords(refusal, reply),
    refused,
    done: doneWord(visit.url, ['revision_restored'] as const),
  }
}

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const field = requireField(reply, visit.params.field)
  const wanted = Number(visit.form.get('restore'))
  const past = (await historyOf(visit.db, reply.id, field.name)).find(({ revision }) => revision === wanted)
  const why = past ? await restore(reply, visit, past) : reply.reader.t('team:problem.changed_meanwhile')
  if (why !== null) return data(await historyPage(reply, visit, field, why), past ? 409 : 400)
  return redirect(`${placeOf(reply, field).history}?done=revision_restored`, 303)
})

/** Puts a revision back on top of the one that the page showed. @returns why not, as a sentence */
async function restore(reply: OwnReply, visit: DelegationVisit, past: KeptCell): Promise<string | null> {
  const base = Number(visit.form.get('base')) || 0
  const { t } = reply.reader
  if (base !== (reply.cells.get(past.field)?.revision ?? 0)) return t('inside:history.conflict')
  const saved = await saveCells(visit.db, {
    ...stepOf(reply, visit),
    cells: [contentOf({ ...past, base })],
    sources: [{ field: past.field, kind: 'revision', number: past.revision }],
  })
  if (saved.refusal !== undefined) return closedWords(saved.refusal, reply)
  if (saved.conflicts.length > 0) return t('inside:history.conflict')
  if (saved.locked.length === 0) return null
  return t(reply.assigned?.has(past.field) === false ? 'inside:not_assigned' : 'review:asked.locked')
}

export default function HistoryRoute() {
  const shown = useLoaderData<typeof loader>()
  return <History page={useActionData<typeof action>() ?? shown} />
}
