// The codebook in DDI: every variable once, with its texts, its codes and its history; elements in the order of the schema.
import { expect, test } from 'vitest'
import { compile } from '#surveys/definition/codebook.ts'
import { lineageOf } from '#surveys/definition/comparison/history.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { codebookEntries, codebookTable, goneEntries } from '#surveys/tables/codebook-table.ts'
import { ddiCodebook } from '#surveys/tables/ddi.ts'
import { QUESTIONNAIRE } from '../analysis/rounds.ts'

const REASON = { en: 'Counted <otherwise> & more', fr: 'Compté autrement', ar: 'عُدّ بطريقة أخرى' }
const [about, ...rest] = QUESTIONNAIRE.sections
/** `days` is changed, `remark` withdrawn, `since` new. */
const NEXT: Questionnaire = {
  ...QUESTIONNAIRE,
  version: '2.0.0',
  sections: [
    {
      key: 'about',
      title: about?.title ?? {},
      items: (about?.items ?? []).flatMap((item) => {
        if (!('key' in item) || item.key === 'remark') return []
        if (item.key === 'days') return [{ ...item, min: 0, max: 99 } as typeof item]
        return item.key === 'as_of' ? [item, { ...item, key: 'since' }] : [item]
      }),
    },
    ...rest,
  ],
  changes: [
    { key: 'days', change: 'changed', reason: REASON },
    { key: 'remark', change: 'withdrawn', reason: REASON },
    { key: 'since', change: 'new', reason: REASON },
  ],
}
const codebook = compile(NEXT)
const lineage = lineageOf([QUESTIONNAIRE, NEXT])
const document = ddiCodebook(codebook, lineage, {
  title: NEXT.title,
  publishedAt: '2027-01-01T00:00:00.000Z',
  structureHash: 'ab12',
})

test('the history says since when, until when, and why', () => {
  expect(lineage.history.get('lead')).toEqual({ since: '1.0.0', until: null, steps: [] })
  expect(lineage.history.get('since')).toMatchObject({ since: '2.0.0', until: null, steps: [{ change: 'new' }] })
  expect(lineage.history.get('remark')).toMatchObject({
    until: '1.0.0',
    steps: [{ change: 'withdrawn', version: '2.0.0' }],
  })
  expect(lineage.gone.map(({ field }) => field.name)).toEqual(['remark'])
})

test('the table has it too, and keeps what is no longer asked, without a place', () => {
  const { header, rows } = codebookTable(codebook, lineage)
  const all = [...rows].map((row) => Object.fromEntries(header.map((name, place) => [name, row[place]])))
  expect(all.find(({ variable }) => variable === 'days')).toMatchObject({
    since: '1.0.0',
    until: null,
    changes: '2.0.0 changed',
    reasons_fr: 'Compté autrement',
  })
  expect(all.at(-1)).toMatchObject({ variable: 'remark', place: null, until: '1.0.0', changes: '2.0.0 withdrawn' })
  expect(all).toHaveLength(codebook.variables.length + 1)
  expect(goneEntries(lineage).map(({ ref }) => ref)).toEqual(['remark'])
  expect(
    codebookEntries(codebook, lineage)
      .get('about')
      ?.map(({ ref }) => ref),
  ).toContain('since')
})

test('every variable is there once, in the order of the codebook, under an id that XML takes', () => {
  const ids = [...document.matchAll(/<var ID="([^"]+)" name="([^"]+)"/g)]
  expect(ids.map(([, , name]) => name)).toEqual(codebook.variables.map(({ name }) => name))
  const all = [...document.matchAll(/ ID="([^"]+)"/g)].map(([, id]) => id ?? '')
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((id) => !/^[A-Z]\.[a-z][\w.]*$/.test(id))).toEqual([])
  const named = [...document.matchAll(/ var="([^"]+)"/g)].flatMap(([, refs]) => (refs ?? '').split(' '))
  expect(named.filter((ref) => !all.includes(ref))).toEqual([])
})

/** As the schema of DDI-Codebook 2.5 orders what is inside of a variable. */
const ORDER = ['labl', 'security', 'qstn', 'valrng', 'universe', 'txt', 'catgry', 'verStmt', 'varFormat']

test('what is inside of a variable stands in the order that the schema asks for', () => {
  for (const [, inside = ''] of document.matchAll(/<var ID.*?>(.*)<\/var>/g)) {
    const names = childrenOf(inside)
    expect(names.filter((name) => !ORDER.includes(name))).toEqual([])
    expect(names).toEqual([...names].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
  }
})

function childrenOf(inside: string): string[] {
  const [names, open] = [[] as string[], [] as string[]]
  for (const [, end, name = '', empty] of inside.matchAll(/<(\/?)([A-Za-z]+)[^>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name)
    else if (open.length === 0) names.push(name)
    if (!end && !empty) open.push(name)
  }
  expect(open).toEqual([])
  return names
}

test('changes stand with their reasons in all languages, and nothing breaks the document', () => {
  const days = document.match(/<var ID="V\.days".*?<\/var>/)?.[0]
  expect(days).toContain('<range UNITS="REAL" min="0" max="99"/>')
  expect(days).toContain('<version type="changed">2.0.0</version>')
  expect(days).toContain('<notes xml:lang="en">Counted &lt;otherwise&gt; &amp; more</notes>')
  expect(days).toContain('<catgry missing="Y"><catValu>NAP</catValu>')
})
