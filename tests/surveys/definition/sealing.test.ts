// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions are written.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeDifferences, printDifferences } from '#surveys/definition/differences.ts'
import { readLibrary } from '#surveys/definition/library.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { canonicalJson, seal } from '#surveys/definition/sealing.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
import { files, PATH, SMALL } from './small.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function read(text = SMALL): Questionnaire {
  const questionnaire = readLibrary(files({ [PATH]: text })).questionnaires.get('small-one@1.0.0')
  if (!questionnaire) throw new Error('refused')
  return questionnaire
}

describe('canonical JSON', () => {
  test('sorts keys by code units, leaves out what is undefined, writes no spaces', () => {
    expect(canonicalJson({ b: [1, { d: true, c: null }], a: 'é\n', é: 1, Z: undefined, z: 0.5 })).toBe(
      '{"a":"é\\n","b":[1,{"c":null,"d":true}],"z":0.5,"é":1}',
    )
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    )
    expect(canonicalJson([-0, 1e21, 1e-7, 100])).toBe('[0,1e+21,1e-7,100]')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, new Date(0), undefined, [undefined], new Map()])(
    'refuses %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )

  test('does not depend on the order in which keys were written, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('two values that differ are never written the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const isSame = JSON.stringify(a) === JSON.stringify(b)
        if (isSame) expect(canonicalJson(a)).toBe(canonicalJson(b))
        else if (canonicalJson(a) === canonicalJson(b)) expect(a).toEqual(b)
      }),
    )
  })
})

describe('the seal', () => {
  const sealed = seal(read(), sha256)

  test('has one hash for the structure and one for each language', () => {
    expect(sealed.structureHash).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(sealed.textHashes)).toEqual(['en', 'fr'])
    expect(sealed.textHashes.en).not.toBe(sealed.textHashes.fr)
    expect(seal(read(), sha256)).toEqual(sealed)
  })

  test('does not depend on how the file is laid out', () => {
    const laidOut = SMALL.replace(
      'title: {en: Small, fr: Petit}\n',
      'title:\n  # first French\n  fr: "Petit"\n  en: Small\n',
    )
    expect(seal(read(laidOut), sha256)).toEqual(sealed)
    const stored = JSON.parse(canonicalJson(read())) as Questionnaire
    expect(seal(stored, sha256)).toEqual(sealed)
  })

  test.each([
    ['fr: Annexe', 'fr: Pièces'],
    ['fr: Bienvenue', 'fr: Bonjour'],
    ['fr: Un peu', 'fr: Assez'],
    ['fr: Moindre', 'fr: Plus bas'],
  ])('another French wording (%s) changes the French hash alone', (was, is) => {
    const changed = seal(read(SMALL.replace(was, is)), sha256)
    expect(changed.structureHash).toBe(sealed.structureHash)
    expect(changed.textHashes.en).toBe(sealed.textHashes.en)
    expect(changed.textHashes.fr).not.toBe(sealed.textHashes.fr)
  })

  test.each([
    ['max: 99', 'max: 98'],
    ['key: annex', 'key: papers'],
    ['value: 3, label', 'value: 4, label'],
    ['level: explain', 'level: block'],
    ['weights: {planned: 0.5', 'weights: {planned: 0.4'],
    ['minutes: 5', 'minutes: 6'],
    [', required: true, label: {en: Agreed', ', label: {en: Agreed'],
  ])('another structure (%s) changes the hash of the structure', (was, is) => {
    const text = SMALL.replace(was, is).replace(
      '${priority} = 3',
      is.startsWith('value: 4') ? '${priority} = 4' : '${priority} = 3',
    )
    const changed = seal(read(text), sha256)
    expect(changed.structureHash).not.toBe(sealed.structureHash)
  })
})

describe('a file against what was published', () => {
  test('says where they differ, by keys', () => {
    const written = read(
      SMALL.replace('fr: Annexe', 'fr: Pièces')
        .replace('max: 99', 'max: 98')
        .replace(
          '      - {key: contact, type: text, confidentiality: contact, label: {en: Contact, fr: Contact}}\n',
          '',
        ),
    )
    const differences = describeDifferences(read(), written)
    expect(differences.map(({ place }) => place)).toEqual([
      'sections.first.items.persons.max',
      'sections.first.items.contact',
      'sections.second.items.annex.label.fr',
    ])
    expect(differences[0]).toEqual({ place: 'sections.first.items.persons.max', was: '99', is: '98' })
    expect(differences[1]?.is).toBeNull()
    expect(printDifferences(PATH, '1.0.0', differences)).toBe(
      [
        `${PATH} is not what was published as version 1.0.0; what was published holds. It differs in`,
        '  sections.first.items.persons.max: was 99, is 98',
        `  sections.first.items.contact: was ${differences[1]?.was}, is gone`,
        '  sections.second.items.annex.label.fr: was "Annexe", is "Pièces"',
      ].join('\n'),
    )
  })

  test('finds what was only moved', () => {
    const line = '    - {key: statute, label: {en: Statute, fr: Loi}}\n'
    const next = '    - {key: practice, label: {en: Practice, fr: Pratique}}\n'
    const moved = read(SMALL.replace(line + next, next + line))
    expect(describeDifferences(read(), moved)).toEqual([
      { place: 'lists.basis (order)', was: '["statute","practice","none"]', is: '["practice","statute","none"]' },
    ])
  })

  test('is empty exactly where the canonical JSON is the same', () => {
    const document = fc.record({
      a: fc.array(fc.record({ key: fc.constantFrom('x', 'y'), n: fc.nat(2) }), { maxLength: 2 }),
      b: fc.nat(2),
    })
    const unique = document.filter(({ a }) => new Set(a.map((item) => item.key)).size === a.length)
    fc.assert(
      fc.property(unique, unique, (was, is) => {
        const differences = describeDifferences(was as never, is as never)
        expect(differences.length === 0).toBe(canonicalJson(was) === canonicalJson(is))
      }),
    )
  })
})

test('versions are ordered by their numbers', () => {
  const sorted = ['1.10.0', '2.0.0', '1.9.9', '1.9.10', '0.1.0'].sort(compareVersions)
  expect(sorted).toEqual(['0.1.0', '1.9.9', '1.9.10', '1.10.0', '2.0.0'])
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0)
})
