// Contributions of institutions, kept side by side; and a contributor, who changes only what they are asked for.
import { expect } from 'vitest'
import { assign, settleAssignment } from '#db/assignments.ts'
import { listAudit } from '#db/audit.ts'
import { sourcesOf } from '#db/cell-sources.ts'
import { cellsOf } from '#db/cells.ts'
import { type Contributing, contribute, contributionsNow, listContributions } from '#db/contributions.ts'
import { keepFile } from '#db/files.ts'
import { personalDataForTeam } from '#db/personal-data.ts'
import { type Saving, saveCells } from '#db/responses.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

async function aDelegation(db: Db) {
  const { amal } = await aRound(db)
  const karim = await anAccount(db, 'Karim Solari')
  const { id } = await responseOf(db, 'XA')
  const ask = (target: string, institution: string | null, colleague: string | null, kind: 'answer' | 'contribution') =>
    assign(db, {
      ...{ responseId: id, actor: amal, at: minutes(0), note: null, dueOn: null },
      ...{ kind, target, institution, colleague },
    })
  const say = (institution: string, cells: Contributing['cells'], more: Partial<Contributing> = {}) =>
    contribute(db, {
      ...{ responseId: id, country: 'XA', role: 'contributor', actor: karim, at: minutes(1), institution, cells },
      ...more,
    })
  const save = (cells: Saving['cells'], more: Partial<Saving> = {}) =>
    saveCells(db, {
      ...{ responseId: id, country: 'XA', role: 'contributor', today: TODAY, actor: karim, at: minutes(2), cells },
      ...more,
    })
  return { amal, karim, id, ask, say, save }
}

test('institutions answer the same question; nothing of the reply changes, nothing is in the trail', async ({ db }) => {
  const { amal, karim, id, ask, say } = await aDelegation(db)
  await ask('section:general', 'Justice', karim, 'contribution')
  await ask('field:staff', 'Police', null, 'contribution')
  const trail = (await listAudit(db)).length
  expect(await say('Justice', [value('staff', 4), value('institution', 'A text')])).toMatchObject({
    kept: ['staff', 'institution'],
  })
  // Whoever runs the work writes down what came on paper; a contributor only what their own institution says.
  expect((await say('Police', [value('staff', 2)])).kept).toEqual([])
  expect((await say('Police', [value('staff', 2), value('law', 'No')], { role: 'head', actor: amal })).kept).toEqual([
    'staff',
  ])
  const now = await contributionsNow(db, id)
  expect(now.get('staff')?.map(({ institution, value, by }) => [institution, value, by])).toEqual([
    ['Justice', 4, 'Karim Solari'],
    ['Police', 2, 'Amal Haddad'],
  ])
  expect((await cellsOf(db, id)).size).toBe(0)
  expect((await listAudit(db)).length).toBe(trail)
  expect(JSON.stringify(await personalDataForTeam(db, karim))).not.toContain('Justice')
})

test('what an institution said before stays; a colleague who was faster is not overwritten', async ({ db }) => {
  const { karim, id, ask, say } = await aDelegation(db)
  await ask('field:staff', 'Justice', karim, 'contribution')
  await say('Justice', [value('staff', 4)])
  expect(await say('Justice', [value('staff', 4, 1)])).toMatchObject({ kept: [], conflicts: [] })
  expect(await say('Justice', [value('staff', 5, 1)])).toMatchObject({ kept: ['staff'] })
  expect((await say('Justice', [value('staff', 6, 1)])).conflicts).toMatchObject([
    { yours: { value: 6 }, theirs: { value: 5, revision: 2 } },
  ])
  expect((await listContributions(db, id, 'staff')).map(({ value }) => value)).toEqual([4, 5])
  const reader = await say('Justice', [value('staff', 9, 2)], { role: 'reader' })
  expect(reader).toMatchObject({ refusal: 'role', kept: [] })
  const strangers = say('Justice', [value('staff', 9, 2)], { country: 'XB' })
  await expect(strangers).rejects.toThrow('no response')
})

test('an adopted answer remembers its contributions', async ({ db }) => {
  const { amal, karim, id, ask, say, save } = await aDelegation(db)
  await ask('field:staff', 'Justice', karim, 'contribution')
  await say('Justice', [value('staff', 4)])
  const sources = [{ field: 'staff', kind: 'contribution', number: 1 }] as const
  await save([value('staff', 4)], { role: 'focal_point', actor: amal, sources })
  expect([...(await sourcesOf(db, id, 'staff'))]).toMatchObject([[1, [{ kind: 'contribution', number: 1 }]]])
})

test('a contributor changes what is assigned to them until it is done; everybody else changes everything', async ({
  db,
}) => {
  const { amal, karim, id, ask, save } = await aDelegation(db)
  const cells = [value('staff', 1), value('institution', 'A text'), value('measures.m01.status', 'planned')]
  expect(await save(cells)).toMatchObject({ kept: [], locked: ['staff', 'institution', 'measures.m01.status'] })
  const task = await ask('field:staff', null, karim, 'answer')
  await ask('group:measures', 'Police', karim, 'contribution')
  await ask('field:institution', 'Police', null, 'answer')
  expect(await save(cells)).toMatchObject({
    kept: [{ field: 'staff' }, { field: 'institution' }],
    locked: ['measures.m01.status'],
  })
  const file = {
    field: 'measures.m01.evidence',
    name: 'a.pdf',
    mediaType: 'application/pdf',
    content: new Uint8Array(9),
  }
  const act = { responseId: id, country: 'XA', actor: karim, at: minutes(3), today: TODAY } as const
  expect(await keepFile(db, { ...act, ...file, role: 'contributor' })).toEqual({ state: 'refused', refusal: 'role' })
  await settleAssignment(db, { ...act, id: task, isDone: true })
  expect(await save([value('staff', 2, 1)])).toMatchObject({ kept: [], locked: ['staff'] })
  for (const role of ['head', 'focal_point', 'alternate'] as const) {
    const base = (await cellsOf(db, id)).get('staff')?.revision ?? 0
    expect(await save([value('staff', base + 10, base)], { role, actor: amal }), role).toMatchObject({ locked: [] })
  }
})
