// A questionnaire goes from 1.0.0 to 1.1.0 on the team's pages: written, declared, tried, proposed by one, published by another.
import { expect } from 'vitest'
import { action as edit, loader as page } from '#app/routes/team/drafts/draft.tsx'
import { action as begin } from '#app/routes/team/drafts/list.tsx'
import { loader as preview, action as tryOut } from '#app/routes/team/drafts/preview.tsx'
import { loader as changes, action as publish } from '#app/routes/team/drafts/publish.tsx'
import { trialOf } from '#db/draft-trials.ts'
import { findVersion, sealedOf } from '#db/questionnaires.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, aRound, QUESTIONNAIRE } from '../../support/world.ts'
import { type Asking, ask, leadsTo, problemsOf } from './team-house.ts'

/** By the rules of the format, which the world's own needs not keep. */
const SOUND = { ...QUESTIONNAIRE, analysis: {} }
const ROOT = '/team/questionnaires/drafts'

async function aDraft(db: Db) {
  const { versionId } = await aRound(db, { questionnaire: SOUND })
  const [officer, manager] = [await anAccount(db, 'Leonid Varga'), await anAccount(db, 'Romane Amsel')]
  const asOfficer = { account: officer, role: 'officer' } as const
  const to = leadsTo(
    await ask(db, begin, ROOT, { ...asOfficer, form: { act: 'copy', source: `version:${versionId}` } }),
  )
  const params = { draft: to.slice(ROOT.length + 1) }
  type Handler = Parameters<typeof ask>[1]
  const send = (handler: Handler, path: string, form: Record<string, string>, who: Partial<Asking> = {}) =>
    ask(db, handler, `${to}${path}`, { ...asOfficer, params, form, ...who })
  const look = (handler: Handler, path: string) => ask(db, handler, `${to}${path}`, { ...asOfficer, params })
  return { draftId: params.draft, officer, manager, send, look }
}

const LABEL = { 'label.en': 'Budget', 'label.fr': 'Budget annuel', 'label.ar': 'الميزانية' }
const ADDED = '?at=question:budget'

test('from 1.0.0 to 1.1.0: nothing is published undeclared, untranslated or by one person alone', async ({ db }) => {
  const { draftId, officer, manager, send, look } = await aDraft(db)
  const add = { act: 'add_question', question_key: 'budget', question_type: 'number', question_label: 'Budget' }
  expect(leadsTo(await send(edit, '?at=section:general', add))).toContain('at=question%3Abudget&done=draft_added')
  expect(problemsOf(await send(edit, '?at=section:general', add))).toEqual({ question_key: 'draft_key_taken' })
  expect(await look(page, ADDED)).toMatchObject({ problems: [{ language: 'fr' }, { language: 'ar' }] })
  const { element } = (await look(page, ADDED)) as { element: { base: string; values: Record<string, string> } }
  const form = { ...element.values, ...LABEL, base: element.base, act: 'keep' }
  expect(leadsTo(await send(edit, ADDED, form))).toContain('done=draft_kept')
  // Somebody who still looks at the form as it was is shown both.
  expect(await send(edit, ADDED, { ...form, 'label.en': 'Money' })).toMatchObject({
    init: { status: 409 },
    data: { values: { 'label.en': 'Money' }, conflict: { by: 'Leonid Varga', theirs: LABEL } },
  })

  const declared = async () =>
    (await look(changes, '/publish')) as { forms: Record<string, { base: string }>; suggested: string }
  expect(await declared()).toMatchObject({
    suggested: '1.1.0',
    refusals: [{ code: 'undeclared', keys: ['budget'] }, { code: 'version_too_low' }],
  })
  expect(problemsOf(await send(publish, '/publish', { act: 'propose' }))).toEqual({ act: 'draft_not_ready' })
  const reason = {
    'budget~reason.en': 'Asked for.',
    'budget~reason.fr': 'Demandé.',
    'budget~reason.ar': 'بناءً على طلب.',
  }
  const base = (await declared()).forms['question budget']?.base ?? ''
  await send(publish, '/publish', { act: 'declare:budget', base, 'budget~change': 'new', ...reason })
  await send(publish, '/publish', { act: 'version', version: '1.1.0' })
  expect(await declared()).toMatchObject({ refusals: [], problems: [] })

  await send(tryOut, '/preview', { act: 'try', section: 'general', 'budget~revision': '0', budget: '12' })
  expect((await trialOf(db, { draftId, accountId: officer })).get('budget')?.value).toBe(12)
  expect(await look(preview, '/preview')).toMatchObject({ preview: { isTried: true } })

  expect(leadsTo(await send(publish, '/publish', { act: 'propose' }))).toContain('draft_proposed')
  expect(problemsOf(await send(edit, ADDED, form))).toEqual({ act: 'draft_closed' })
  expect(problemsOf(await send(publish, '/publish', { act: 'publish' }))).toEqual({ act: 'draft_same_person' })
  const other = { account: manager, role: 'manager' } as const
  expect(leadsTo(await send(publish, '/publish', { act: 'publish' }, other))).toBe(
    '/team/questionnaires?done=published',
  )
  const version = await findVersion(db, 'short', '1.1.0')
  const sealed = version && (await sealedOf(db, version.id))
  expect(sealed?.changes).toMatchObject([{ key: 'budget', change: 'new' }])
  expect((await trialOf(db, { draftId, accountId: officer })).size).toBe(0)
  expect(problemsOf(await send(publish, '/publish', { act: 'publish' }, other))).toEqual({ act: 'state' })
})

test('a condition that cannot be read is said with its place, and the rest can still be looked at', async ({ db }) => {
  const { send, look } = await aDraft(db)
  const at = '?at=question:staff'
  const { element } = (await look(page, at)) as { element: { base: string; values: Record<string, string> } }
  await send(edit, at, { ...element.values, base: element.base, act: 'keep', show_if: '${institution} = = 1' })
  expect(await look(page, at)).toMatchObject({
    problems: [{ address: 'question:staff', part: 'show_if', offset: 17 }],
    preview: { blocks: [{ field: 'staff' }] },
  })
  expect(await look(changes, '/publish')).toMatchObject({ compared: null, problems: [{ part: 'show_if' }] })
})
