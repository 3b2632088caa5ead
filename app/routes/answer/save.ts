// The enhancement's save: the fields that changed, kept like any form, answered with what the page should show now.
import { parseAct } from '#surveys/answering/form.ts'
import { asDelegation, notFound } from '../../access.server.ts'
import { keepSection } from './keeping.server.ts'
import { closedWords, requireOwnReply } from './own-reply.server.ts'
import { requireSection } from './section-page.server.ts'
import { saveAnswer } from './views/save-answer.ts'

export const loader = asDelegation(() => {
  throw notFound()
})

export const action = asDelegation(async (visit) => {
  const before = await requireOwnReply(visit)
  const section = requireSection(before, visit.params.section)
  const key = visit.form.get('intent')
  const { reply, refusal, problems, clashes, behind } = await keepSection(
    before,
    visit,
    section.key,
    key === null ? null : String(key),
  )
  const act = parseAct(String(visit.form.get('act') ?? ''))
  return Response.json(
    saveAnswer({
      section,
      behind,
      replying: { base: reply.home.base, ...reply, problems, clashes },
      posted: [...visit.form.keys()]
        .filter((name) => name.endsWith('~revision'))
        .map((name) => name.split('~')[0] ?? ''),
      chosen: act.kind === 'choose' || act.kind === 'join' ? act.field : null,
      refused: refusal === undefined ? null : closedWords(refusal, reply),
    }),
  )
})
