import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '#surveys/answering/model.ts'
import { replyDocument, type Signing, sealReply, verifyReply } from '#surveys/answering/reply.ts'
import { cellsOf, SMALL, TODAY } from './small.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const CELLS = cellsOf({
  unit: { value: 'الوحدة', language: 'ar', comment: 'A comment' },
  basis: 'treaty',
  story: 'Set aside, because there is no statute.',
  days: { absence: 'na' },
  rate: { typed: 'unreadable' },
  reach: { comment: 'Only a word', language: 'en' },
  topics: ['evidence', 'drafting'],
  papers: [{ kind: 'file', id: 'f1', name: 'law.pdf', bytes: 10, sha256: 'ab' }],
})

function signing(cells: ReadonlyMap<string, Cell> = CELLS): Signing {
  return {
    codebook: SMALL,
    cells,
    today: TODAY,
    meeting: 'crimex-5',
    round: 'needs-2026',
    country: 'XA',
    revision: 2,
    structureHash: 'aa',
    textHashes: { en: 'bb', ar: 'cc' },
    level: 'named',
    sectionLevels: { support: 'pmt_only' },
    signedName: 'Judge I. Moreth',
    signedFunction: 'Head of delegation',
    submittedAt: '2026-11-24T10:00:00.000Z',
  }
}

test('the document says who, what, how it may be shown, and every answer that applies', () => {
  const document = replyDocument(signing())
  expect(document).toMatchObject({
    meeting: 'crimex-5',
    country: 'XA',
    revision: 2,
    questionnaire: { slug: 'small', version: '1.0.0', structure_hash: 'aa', text_hashes: { en: 'bb', ar: 'cc' } },
    disclosure: { level: 'named', sections: { support: 'pmt_only' } },
    signed: { name: 'Judge I. Moreth', function: 'Head of delegation' },
    answers: 4,
    absences: 1,
  })
  expect(document.cells.map((cell) => cell.field)).toEqual(['basis', 'days', 'papers', 'reach', 'topics', 'unit'])
  expect(document.cells.at(-1)).toEqual({ field: 'unit', value: 'الوحدة', comment: 'A comment', language: 'ar' })
})

test('the hash does not depend on the order in which answers were given', () => {
  const { hash } = sealReply(replyDocument(signing()), sha256)
  fc.assert(
    fc.property(fc.shuffledSubarray([...CELLS], { minLength: CELLS.size }), (shuffled) => {
      expect(sealReply(replyDocument(signing(new Map(shuffled))), sha256).hash).toBe(hash)
    }),
  )
})

test('what is set aside does not change the hash, what counts does', () => {
  const hashWith = (name: string, part: Partial<Cell>) => {
    const cells = new Map(CELLS)
    cells.set(name, { ...(CELLS.get(name) as Cell), ...part })
    return sealReply(replyDocument(signing(cells)), sha256).hash
  }
  const { hash } = sealReply(replyDocument(signing()), sha256)
  expect(hashWith('story', { value: 'Another story altogether.' })).toBe(hash)
  expect(hashWith('rate', { typed: 'other' })).toBe(hash)
  expect(hashWith('topics', { value: ['drafting', 'evidence'] })).not.toBe(hash)
  expect(hashWith('days', { absence: 'nap' })).not.toBe(hash)
})

test('a document is genuine with its hash, however it is written down', () => {
  const document = replyDocument(signing())
  const { text, hash } = sealReply(document, sha256)
  expect(verifyReply(text, hash, sha256)).toEqual({ isGenuine: true, hash })
  expect(verifyReply(document, hash, sha256)).toEqual({ isGenuine: true, hash })
  const printed = (hash.match(/.{8}/g) ?? []).join(' ').toUpperCase()
  expect(verifyReply(JSON.stringify(document, null, 2), printed, sha256)).toEqual({ isGenuine: true, hash })
})

test('any change is found', () => {
  const document = replyDocument(signing())
  const { text, hash } = sealReply(document, sha256)
  expect(verifyReply(text.replace('treaty', 'statute'), hash, sha256)).toEqual({ isGenuine: false, why: 'hash' })
  expect(verifyReply({ ...document, revision: 3 }, hash, sha256)).toEqual({ isGenuine: false, why: 'hash' })
  expect(verifyReply(text, sha256(''), sha256)).toEqual({ isGenuine: false, why: 'hash' })
})

test('a document that was sealed wrong is found although its hash is right', () => {
  const resealed = (change: object) => {
    const { text, hash } = sealReply({ ...replyDocument(signing()), ...change }, sha256)
    return verifyReply(text, hash, sha256)
  }
  expect(resealed({ answers: 5 })).toEqual({ isGenuine: false, why: 'counts' })
  expect(resealed({ cells: [...replyDocument(signing()).cells].reverse() })).toEqual({ isGenuine: false, why: 'order' })
})

test.each([
  '',
  'no json',
  '[]',
  '{}',
  'null',
  '{"format":"tour-de-table/reply/1","cells":[1]}',
  '{"format":"other","cells":[]}',
])('%j is no document', (text) => {
  expect(verifyReply(text, sha256(text), sha256)).toEqual({ isGenuine: false, why: 'unreadable' })
})
