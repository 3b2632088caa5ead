// A round's outline: its sections with their state and minutes, where to go on, receipts.
import { useLoaderData } from '@remix-run/react'
import { listAssignments } from '#db/assignments.ts'
import { countChanges, lookedAt } from '#db/looks.ts'
import { listPresence } from '#db/presence.ts'
import { listSubmissions } from '#db/submissions.ts'
import { listDeliveries } from '#db/taf-deliveries.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import { asDelegation } from '../../access.server.ts'
import { RoundOutline, type RoundPage } from '../../components/answering/round-outline.tsx'
import { saying } from '../../components/questions/said.tsx'
import { openOffers } from './confirm-page.server.ts'
import { closedWords, refusalOf, remarkOf, requireOwnReply } from './own-reply.server.ts'
import { deadlineWords, replyState } from './views/deadlines.ts'
import { minutesOf } from './views/minutes.ts'
import { outlineOf } from './views/outline.ts'
import { seenSince } from './views/seen.ts'

export const loader = asDelegation(async (visit): Promise<RoundPage & { title: string }> => {
  const reply = await requireOwnReply(visit)
  const { codebook, cells, reader, home, round } = reply
  const { t, language } = reader
  const seen = await listPresence(visit.db, {
    responseId: reply.id,
    since: seenSince(visit.now),
    except: visit.account.id,
  })
  const look = await lookedAt(visit.db, reply.id, visit.account.id)
  const progress = progressOf(codebook, cells, reader.today)
  const minutes = minutesOf(codebook)
  const assignments = await listAssignments(visit.db, reply.id)
  const refusal = refusalOf('edit', reply, visit)
  const asked = { responseId: reply.id, roundId: round.id, country: visit.delegation.country }
  const deliveries = codebook.questionnaire.analysis.needs ? await listDeliveries(visit.db, asked) : []
  const { questionnaire } = codebook
  return {
    ...home,
    title: saying(round.title, language).words,
    intro: questionnaire.intro ?? null,
    minutes: t('answer:outline.minutes', { count: questionnaire.minutes }),
    outline: outlineOf({ codebook, progress, base: home.base, reader, seen, asked: reply.asked, assignments }),
    sectionMinutes: Object.fromEntries(
      [...minutes].map(([key, count]) => [key, t('answer:outline.minutes', { count })]),
    ),
    carried: (await openOffers(reply, visit)).length,
    delivered: deliveries.filter(({ said }) => said === null).length,
    deadline: deadlineWords(reply.deadline, round.meeting.timeZone, reader),
    state: replyState(reply, reader),
    questionnaire: { title: questionnaire.title, version: questionnaire.version },
    isPilot: round.state === 'pilot',
    closed: refusal === undefined ? null : closedWords(refusal, reply),
    remark: refusal === undefined ? remarkOf(reply) : null,
    isStarted: cells.size > 0,
    receipts: (await listSubmissions(visit.db, reply.id)).map(({ revision, submittedAt, isOfficial }) => ({
      revision,
      isOfficial,
      when: reader.moment(submittedAt),
    })),
    next: refusalOf('reopen', reply, visit) === undefined ? reply.nextRevision : null,
    changes: look.isFirst ? null : await countChanges(visit.db, reply.id, { since: look.at, except: visit.account.id }),
  }
})

export default function RoundRoute() {
  return <RoundOutline page={useLoaderData<typeof loader>()} />
}
