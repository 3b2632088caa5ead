// Texts of a draft to translators and back: a workbook to read and fill in, XLIFF 2 for the programs they work with.
import { createHash } from 'node:crypto'
import type { Translated } from '#db/translations.ts'
import { readText } from '#surveys/answering/entries.ts'
import { hintsFor } from '#surveys/authoring/glossary.ts'
import type { TranslatedText, TranslationState } from '#surveys/authoring/translating.ts'
import { readXliff, type Unit, writeXliff } from '#surveys/authoring/xliff.ts'
import type { FormReading } from '../reading.ts'
import type { OpenDraft } from './draft.server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Unpacked, a workbook of texts is not larger; one that says it is, is not unpacked. Bytes. */
const LARGEST = 64 * 1024 * 1024
const LONGEST = 4000

const STATES: Readonly<Record<TranslationState, Unit['state']>> = {
  missing: 'initial',
  outdated: 'initial',
  to_check: 'translated',
  checked: 'reviewed',
}
const HEADER = ['place', 'state', 'source', 'target', 'glossary']

/** What the two kinds of file have in common. */
type Outgoing = { readonly draft: OpenDraft; readonly language: string; readonly texts: readonly TranslatedText[] }

const glossaryOf = (text: string, from: string, to: string) =>
  hintsFor(text, from, to)
    .map(({ term, translation }) => `${term} = ${translation}`)
    .join('; ')

export function xliffOf({ draft, language, texts }: Outgoing): string {
  const { questionnaire, version, languages } = draft.document
  const from = languages[0] ?? 'en'
  const units = texts.map(({ place, source, target, state }) => {
    return { name: place, source, target, state: STATES[state], note: glossaryOf(source, from, language) }
  })
  return writeXliff({ id: `${questionnaire}@${version}`, from, to: language, units })
}

export async function workbookOf({ draft, language, texts }: Outgoing): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/node')
  const from = draft.document.languages[0] ?? 'en'
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const cell = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })
  const head = [...HEADER.slice(0, 2), `source (${from})`, `target (${language})`, 'glossary']
  const rows = texts.map(({ place, source, target, state }) =>
    [place, state, source, target, glossaryOf(source, from, language)].map(cell),
  )
  const columns = [30, 12, 60, 60, 40].map((width) => ({ width }))
  return write([head.map(bold), ...rows], { columns, sheet: language }).toBuffer()
}

type Read = { readonly place: string; readonly source: string; readonly target: string; readonly isChecked: boolean }

/** What a translator gives back. A text that was not filled in takes nothing away. */
export async function entriesOfFile(
  sent: FormData,
  form: FormReading,
  draft: OpenDraft,
  language: string,
): Promise<Translated[]> {
  const file = sent.get('file')
  if (!(file instanceof File) || file.size === 0) {
    form.refuse('file', 'file_missing')
    return []
  }
  const bytes = Buffer.from(await file.arrayBuffer())
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK'
  const read = isWorkbook ? await rowsOf(bytes) : unitsOf(bytes.toString('utf8'), draft, language)
  if (!read) {
    form.refuse('file', 'not_an_exchange')
    return []
  }
  return read.flatMap(({ place, source, target, isChecked }) => {
    const words = readText(target, { maxLength: LONGEST, isOneLine: false })
    if ('problem' in words) form.refuse('file', words.problem, words.values)
    const value = 'value' in words ? words.value : null
    return value === null ? [] : [{ place, words: value, sourceHash: sha256(source), beforeHash: null, isChecked }]
  })
}

function unitsOf(text: string, { document }: OpenDraft, language: string): Read[] | undefined {
  const exchange = readXliff(text)
  const fits =
    exchange && exchange.to.split('-')[0] === language && exchange.from.split('-')[0] === document.languages[0]
  return fits
    ? exchange.units.map(({ name, state, ...unit }) => ({ ...unit, place: name, isChecked: state === 'reviewed' }))
    : undefined
}

async function rowsOf(bytes: Buffer): Promise<Read[] | undefined> {
  if (!(await isModest(bytes))) return undefined
  const { readSheet } = await import('read-excel-file/node')
  const rows = await readSheet(bytes).catch(() => undefined)
  const head = rows?.[0]?.map((cell) => String(cell ?? ''))
  if (!rows || head?.[0] !== 'place' || !head[3]?.startsWith('target')) return undefined
  return rows.slice(1).map(([place, state, source, target]) => {
    const text = (cell: unknown) => String(cell ?? '').replaceAll('\r\n', '\n')
    return { place: text(place), source: text(source), target: text(target), isChecked: state === 'checked' }
  })
}

/** The sizes that the archive itself declares, before anything is unpacked. */
async function isModest(bytes: Buffer): Promise<boolean> {
  const { unzipSync } = await import('fflate')
  let size = 0
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        return false
      },
    })
  } catch {
    return false
  }
  return size <= LARGEST
}
