// Which saves are measured: those of submitted replies, each moment of each person once, by section.
import { expect } from 'vitest'
import { listSaves } from '#db/durations.ts'
import { saveCells } from '#db/responses.ts'
import { submitResponse } from '#db/submitting.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { test } from '../support/database.ts'
import { aRound, minutes, QUESTIONNAIRE, responseOf, TODAY, value } from '../support/world.ts'

const CODEBOOK = compile(QUESTIONNAIRE)
const ANSWERS = [
  value('institution', 'Ministry'),
  value('staff', 12),
  value('has_law', 'yes'),
  value('law', 'The code'),
]
const SIGN = { signedName: 'Amal Haddad', signedFunction: 'Head', level: 'named' as const, sectionLevels: {} }

test('a draft is not measured; a submitted reply has each of its saves once, with the section it went to', async ({
  db,
}) => {
  const { amal, versionId } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const act = { actor: amal, today: TODAY, responseId: id, country: 'XA', role: 'head' as const }
  await saveCells(db, { ...act, at: minutes(1), cells: ANSWERS })
  await saveCells(db, { ...act, at: minutes(4), cells: [value('staff', 13, 1)] })
  expect(await listSaves(db, versionId, CODEBOOK)).toEqual([])
  expect((await submitResponse(db, { ...act, ...SIGN, at: minutes(5) })).state).toBe('submitted')
  const saves = await listSaves(db, versionId, CODEBOOK)
  const same = { response: id, account: amal, section: 'general' }
  expect(saves.toSorted((a, b) => a.at.localeCompare(b.at))).toEqual([
    { ...same, at: minutes(1) },
    { ...same, at: minutes(4) },
  ])
})
