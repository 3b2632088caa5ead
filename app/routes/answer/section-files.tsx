// Documents of a section's questions come here, with everything typed beside them: nothing of it is lost.
import { data, redirect } from '@remix-run/node'
import { parseAct } from '#surveys/answering/form.ts'
import { asDelegation } from '../../access.server.ts'
import { goOn } from './going-on.server.ts'
import { keepSection } from './keeping.server.ts'
import { NOTHING_FOUND, requireOwnReply, reread } from './own-reply.server.ts'
import { requireSection, sectionPage } from './section-page.server.ts'
import { keepDocuments } from './uploading.server.ts'

export { default, handle, loader } from './section.tsx'

export const action = asDelegation(async (visit) => {
  const before = await requireOwnReply(visit)
  const section = requireSection(before, visit.params.section)
  const kept = await keepSection(before, visit, section.key)
  if (kept.refusal !== undefined)
    return data(await sectionPage(kept.reply, visit, section, { ...NOTHING_FOUND, unkept: kept.unkept }), 409)
  const act = parseAct(String(visit.form.get('act') ?? ''))
  const wrongs = act.kind === 'upload' ? await keepDocuments(kept.reply, visit, act.field) : []
  const reply = await reread(kept.reply, visit)
  const { problems, clashes } = kept
  if (problems.size + clashes.size + wrongs.length > 0) {
    return data(await sectionPage(reply, visit, section, { problems, clashes, wrongs }), clashes.size > 0 ? 409 : 400)
  }
  const { to } = goOn(act, { reply, section: section.key, isRestored: false, config: visit.house.config })
  return redirect(to, 303)
})
