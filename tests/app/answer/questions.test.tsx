// Every question of the real questionnaires as HTML: one form, one language, every control named, every place unique.
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { SectionForm } from '#app/components/answering/section-form.tsx'
import type { SectionPage } from '#app/components/answering/section-page.ts'
import { idOf } from '#app/components/questions/asked.ts'
import { Speaking, speechOf } from '#app/components/words.tsx'
import { LANGUAGES, type Language } from '#app/languages.ts'
import type { Clashing, Replying } from '#app/routes/answer/views/asked-of.ts'
import { blocksOf } from '#app/routes/answer/views/blocks.ts'
import { outlineOf } from '#app/routes/answer/views/outline.ts'
import { standing } from '#surveys/answering/applicability.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import type { Cell, KeptCell } from '#surveys/answering/model.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import { compile, letterOf } from '#surveys/definition/codebook.ts'
import type { Codebook, Questionnaire } from '#surveys/definition/model.ts'
import { contentLibrary } from '../../support/content.ts'
import { words } from '../team/team-house.ts'

const codebooks = [...contentLibrary().questionnaires.values()].map((questionnaire: Questionnaire) =>
  compile(questionnaire),
)
const kept = (cell: Partial<KeptCell> & Pick<Cell, 'field'>): KeptCell => ({
  ...emptyCell(cell.field),
  revision: 1,
  at: '2027-01-12T13:03:00.000Z',
  by: 'K. Solari',
  ...cell,
})

type Drawing = { language?: Language; cells?: readonly KeptCell[]; clashes?: ReadonlyMap<string, Clashing> }

/** The form of one section, as the server draws it. */
function draw(codebook: Codebook, index: number, { language = 'en', cells = [], clashes = new Map() }: Drawing = {}) {
  const speaker = { t: words.t(language), language, digits: 'latn', timeZone: 'Europe/Brussels' } as const
  const reader = { ...speechOf(speaker), now: new Date('2027-01-12T14:00:00Z'), today: '2027-01-12' }
  const byName = new Map(cells.map((cell) => [cell.field, cell]))
  const judged = standing(codebook, byName, reader.today)
  const base = '/answer/r'
  const asks = { open: null, asked: [], remarks: new Map() }
  const replying: Replying = { base, codebook, cells: byName, judged, reader, problems: new Map(), clashes, ...asks }
  const section = codebook.questionnaire.sections[index]
  if (!section) throw new Error('no such section')
  const progress = progressOf(codebook, byName, reader.today)
  const page: SectionPage = {
    base,
    round: { en: 'Round', fr: 'Consultation', ar: 'الجولة' },
    country: { en: 'Nerida', fr: 'Nérida', ar: 'نيريدا' },
    inside: { asked: [], contributed: 0 },
    carried: 0,
    banner: null,
    section: {
      key: section.key,
      letter: letterOf(index),
      title: section.title,
      intro: section.intro ?? null,
      total: 9,
      minutes: '',
    },
    previous: null,
    next: null,
    outline: outlineOf({ codebook, progress, base, reader, seen: [], asked: [], assignments: [] }),
    blocks: blocksOf(section, replying, null),
    closed: null,
    remark: null,
    wrongs: [],
    unkept: [],
    news: null,
    saved: null,
    intent: 'intent',
  }
  return renderToStaticMarkup(
    <Speaking speaker={speaker}>
      <SectionForm page={page} />
    </Speaking>,
  )
}

/** One drawing of each section of each questionnaire. */
const everySection = codebooks.flatMap((codebook) =>
  codebook.questionnaire.sections.map(
    ({ key }, index) =>
      [`${codebook.questionnaire.questionnaire} ${codebook.questionnaire.version} ${key}`, codebook, index] as const,
  ),
)

describe.each(everySection)('%s', (_, codebook, index) => {
  test.each(LANGUAGES)(
    'in %s: every field is on the form, every place once, every text in one language',
    (language) => {
      const html = draw(codebook, index, { language })
      const section = codebook.questionnaire.sections[index]
      for (const { name } of codebook.bySection.get(section?.key ?? '') ?? []) {
        expect(html).toContain(`name="${name}~revision" value="0"`)
        expect(html).toContain(`id="${idOf(name)}"`)
      }
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.length).toBe(new Set(ids).size)
      for (const [, named] of html.matchAll(/(?:aria-describedby|aria-labelledby|for)="([^"]+)"/g)) {
        for (const id of named?.split(' ') ?? []) expect(ids).toContain(id)
      }
      expect(html).not.toContain('lang="')
    },
  )
})

const taf = codebooks.find(({ questionnaire }) => questionnaire.version === '1.1.0') as Codebook
const sectionIndex = (key: string) => taf.questionnaire.sections.findIndex((section) => section.key === key)

test('a question that does not apply is in the page, hidden; with an answer it is set aside, and named by whom', () => {
  const index = sectionIndex('legal_framework')
  expect(draw(taf, index)).toMatch(/id="q-legal_basis_reference"[^>]* hidden/)
  const html = draw(taf, index, { cells: [kept({ field: 'legal_basis_reference', value: 'Act 14', language: 'en' })] })
  expect(html).toContain('Not asked now because of the answer to B1.')
  expect(html).toContain('value="restore:legal_basis_reference"')
})

test('a reason stands in the place of the control, and can be taken back', () => {
  const cells = [kept({ field: 'spontaneous_information', absence: 'na' })]
  const html = draw(taf, sectionIndex('legal_framework'), { cells })
  expect(html).toMatch(
    /data-without="" data-pattern="Answered: \{reason\}"><p class="without"><b data-reason="">Answered: Not available/,
  )
  expect(html).toContain('value="answer-again:spontaneous_information"')
})

test('what people wrote keeps the language it was written in, on a page of another', () => {
  const cells = [
    kept({ field: 'legal_basis_informal', value: 'statute' }),
    kept({ field: 'legal_basis_reference', value: 'Act 14', language: 'en' }),
  ]
  const html = draw(taf, sectionIndex('legal_framework'), { cells, language: 'ar' })
  expect(html).toMatch(/<textarea[^>]*name="legal_basis_reference"[^>]*lang="en"[^>]*>Act 14/)
})

test('an option that stands alone comes last, after "or", and says what it does', () => {
  const html = draw(taf, sectionIndex('channels'))
  expect(html).toMatch(
    /<span class="or">or<\/span><label class="choice alone"><input type="checkbox" name="interpol_reach" data-alone=""/,
  )
})

test('a ranking says each place and each move in words', () => {
  const topics =
    taf.byName
      .get('training_topics')
      ?.options.slice(0, 2)
      .map(({ key }) => key) ?? []
  const html = draw(taf, sectionIndex('means'), { cells: [kept({ field: 'training_topics', value: topics })] })
  expect(html).toMatch(/<ol role="list" class="ranking">(<li.*?<\/li>){2}<\/ol>/)
  expect(html).toContain('up, now 2')
  expect(html).toContain('Add in place 3')
})

test('a conflict shows both sides with what differs, and the revision that was seen', () => {
  const field = 'legal_basis_reference'
  const yours = { ...emptyCell(field), value: 'Act 14 of 2010' }
  const theirs = kept({ field, value: 'Act 14 of 2009', revision: 2 })
  const cells = [kept({ field: 'legal_basis_informal', value: 'statute' }), theirs]
  const clashes = new Map([[field, { field, yours, theirs, base: 1 }]])
  const html = draw(taf, sectionIndex('legal_framework'), { cells, clashes })
  expect(html).toContain('<span>Act 14 of </span><mark>2010</mark>')
  expect(html).toContain(`name="${field}~seen" value="2"`)
  expect(html).toContain(`name="${field}~revision" value="1"`)
})

test('a text that is not translated is shown in the source language and marked, never blank', () => {
  const [section] = taf.questionnaire.sections
  const bare = { ...taf.questionnaire, sections: [{ ...section, title: { en: 'Only English' } }] } as Questionnaire
  const html = draw(compile({ ...bare, checks: [] }), 0, { language: 'ar' })
  expect(html).toContain('<span lang="en" dir="ltr">Only English</span>')
  expect(html).toContain('(لم يُترجم بعد)')
})

test('the largest section stays light: less than 25 kB on the wire', async () => {
  const { brotliCompressSync, constants } = await import('node:zlib')
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
  const sizes = everySection.map(
    ([, codebook, index]) => brotliCompressSync(draw(codebook, index, { language: 'ar' }), options).length,
  )
  expect(Math.max(...sizes)).toBeLessThan(25_000)
})
