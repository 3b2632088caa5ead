// The reading copy: the whole reply on paper, marked as a draft until it is sealed, in the language asked for.
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { ReadingCopyPage } from '#app/components/documents/reading-copy.tsx'
import { loader as draft } from '#app/routes/answer/reading-copy.tsx'
import { loader as draftFile } from '#app/routes/answer/reading-copy-file.ts'
import { loader as sealed } from '#app/routes/answer/sealed-copy.tsx'
import { loader as sealedFile } from '#app/routes/answer/sealed-copy-file.ts'
import { saveCells } from '#db/responses.ts'
import { submitResponse } from '#db/submitting.ts'
import { test } from '../../support/database.ts'
import { minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { anAnsweringWorld, ask, type World } from '../answer/answer-house.ts'

const COPY = '/answer/short-1/reading-copy'

async function answered(world: World) {
  const own = await responseOf(world.db, 'XA')
  const who = { actor: world.amal, country: 'XA', role: 'head' as const, responseId: own.id, today: TODAY }
  const cells = [value('institution', 'وزارة العدل'), value('has_law', 'yes'), value('measures.m01.status', 'planned')]
  await saveCells(world.db, { ...who, at: minutes(1), cells })
  return () =>
    submitResponse(world.db, {
      ...{ ...who, at: minutes(2), level: 'named', sectionLevels: {} },
      ...{ signedName: 'Amal Haddad', signedFunction: 'Head' },
    })
}

async function partsOf(answer: unknown): Promise<Record<string, string>> {
  if (!(answer instanceof Response)) throw new Error('no file')
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
}

test('a draft bears its mark on every page, in the language asked for', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answered(world)
  const page = (await ask(world, draft, `${COPY}?language=ar`)) as ReadingCopyPage
  expect([page.paper.language, page.paper.mark]).toEqual(['ar', 'مسودة'])
  const answers = page.paper.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'answer')
  expect(answers.map(({ number, state }) => `${number} ${state}`)).toContain('A1 answered')
  // A question that does not apply, and was never answered, is not on the paper.
  expect(answers.filter(({ state }) => state === 'aside')).toEqual([])
  const parts = await partsOf(await ask(world, draftFile, `${COPY}.docx?language=ar`))
  const header = Object.entries(parts).find(([name]) => /word\/header\d*\.xml/.test(name))?.[1]
  expect(header).toContain('مسودة')
  const body = parts['word/document.xml'] ?? ''
  expect(body).toContain('وزارة العدل')
  expect(body).toContain('<w:bidi/>')
  expect(body).toContain('<w:rtl/>')
})

test('a sealed revision has its number and its seal, and no mark', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const submitted = await (await answered(world))()
  if (submitted.state !== 'submitted') throw new Error(submitted.state)
  const params = { revision: '1' }
  const page = (await ask(world, sealed, '/answer/short-1/receipt/1/reading-copy', { params })) as ReadingCopyPage
  expect(page.paper.mark).toBeNull()
  expect(JSON.stringify(page.paper.facts).replaceAll(' ', '')).toContain(submitted.hash)
  const parts = await partsOf(await ask(world, sealedFile, '/answer/short-1/receipt/1/reading-copy.docx', { params }))
  expect(JSON.stringify(parts)).not.toContain('DRAFT')
  expect(parts['word/document.xml']?.replaceAll(' ', '')).toContain(submitted.hash)
})
