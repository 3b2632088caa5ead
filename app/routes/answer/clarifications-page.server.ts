// The page of clarifications, made of the reply: what is asked, what the draft says otherwise, what can be asked for.
import { randomUUID } from 'node:crypto'
import { listRequests } from '#db/requests.ts'
import { reviewOf } from '#db/situations.ts'
import { submittedCells } from '#db/submissions.ts'
import { actRefusal } from '#surveys/answering/acts.ts'
import { sameCell } from '#surveys/answering/cells.ts'
import { type Clarification, isUnsettled } from '#surveys/answering/clarification.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { AskedQuestion, ClarificationsPage, OwnRequest } from '../../components/answering/clarifications-page.ts'
import { namedField } from '../../components/review/field-name.tsx'
import type { OwnReply } from './own-reply.server.ts'
import { addressOf } from './views/outline.ts'
import { isolated, whenSaid } from './views/reader.ts'

export async function clarificationsPage(
  reply: OwnReply,
  visit: DelegationVisit,
): Promise<ClarificationsPage & { title: string }> {
  const { asked, home, reader, officialSubmissionId } = reply
  const official = officialSubmissionId ? await submittedCells(visit.db, officialSubmissionId) : new Map<string, Cell>()
  const questions = asked.flatMap((thread) => questionOf(thread, reply, official))
  return {
    ...home,
    title: reader.t('review:mine.title'),
    open: questions.filter(({ thread }) => isUnsettled(thread)),
    settled: questions.filter(({ thread }) => !isUnsettled(thread)),
    requests: await requestsOf(reply, visit),
    may: await mayOf(reply, visit),
    locked: lockedOf(reply),
    intent: randomUUID(),
  }
}

function questionOf(
  thread: Clarification,
  { codebook, cells, open, home }: OwnReply,
  official: ReadonlyMap<string, Cell>,
): AskedQuestion[] {
  const field = codebook.byName.get(thread.field)
  if (!field) return []
  const [before, after] = [official.get(field.name), cells.get(field.name)]
  return [
    {
      field: namedField(field),
      thread,
      change: open?.has(field.name) ? addressOf(codebook, field.name, home.base) : null,
      before: before ?? null,
      after: after ?? null,
      hasChanged: open !== null && !sameCell(before, after),
    },
  ]
}

async function requestsOf({ id, codebook, reader }: OwnReply, { db }: DelegationVisit): Promise<OwnRequest[]> {
  const requests = await listRequests(db, { responseId: id })
  return requests.map(({ kind, state, why, answer, by, at, fields }) => ({
    kind,
    state,
    why,
    answer,
    who: reader.t('review:thread.who', { name: isolated(by), when: whenSaid(at, reader) }),
    fields: fields.flatMap((name) => codebook.byName.get(name) ?? []).map(namedField),
  }))
}

async function mayOf(reply: OwnReply, { db, delegation }: DelegationVisit): Promise<ClarificationsPage['may']> {
  const review = await reviewOf(db, { id: reply.id, returned_at: null })
  const may = (act: Parameters<typeof actRefusal>[0]) =>
    actRefusal(act, { ...reply.situation, review }, delegation.role) === undefined
  return {
    answer: may('answer'),
    unlock: may('ask_unlock'),
    reopen: may('ask_reopen'),
    takeBack: may('take_back_request'),
  }
}

/** What stays closed in a returned reply and applies: it may be asked for. */
function lockedOf({ codebook, open, judged }: OwnReply): ClarificationsPage['locked'] {
  if (open === null) return []
  return codebook.questionnaire.sections
    .map(({ key, title }) => {
      const fields = (codebook.bySection.get(key) ?? []).filter(
        (field) => judged.applies(field) && !open.has(field.name),
      )
      return { key, title, fields: fields.map(namedField) }
    })
    .filter(({ fields }) => fields.length > 0)
}
