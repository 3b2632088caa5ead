// An XLSForm that the team sends: opened, read, judged, and told line by line.
import { createDraft } from '#db/drafts.ts'
import { listVersions, sealedOf } from '#db/questionnaires.ts'
import type { Db } from '#db/tables.ts'
import { draftOf } from '#surveys/authoring/beginnings.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
import { type ImportedForm, importXlsform, judgedForm } from '#surveys/xlsform/settle.ts'
import { audit, type TeamVisit } from '../../../access.server.ts'
import { openSheets } from '../../../documents/sheets-opening.ts'

/** The problem of the field, or the form. */
export type Opened = ImportedForm | 'form_missing' | 'form_large' | 'form_kind' | 'form_macros' | 'form_unknown'

export async function readForm(db: Db, sent: FormDataEntryValue | null): Promise<Opened> {
  if (!(sent instanceof File) || sent.size === 0) return 'form_missing'
  const sheets = await openSheets(await sent.bytes())
  if (typeof sheets === 'string') return `form_${sheets}`
  return importXlsform(sheets, await newestVersions(db)) ?? 'form_unknown'
}

/** A form that was reported, taken as a draft; the newest version of its name is followed by the next. */
export async function beginDraft(visit: TeamVisit): Promise<string | undefined> {
  const newest = await newestVersions(visit.db)
  const document = judgedForm(readJson(String(visit.form.get('document') ?? '')), newest)
  if (!document) return undefined
  const last = newest.get(document.questionnaire)
  const isTaken = last !== undefined && compareVersions(document.version, last.version) <= 0
  const { version } = isTaken ? draftOf(last) : document
  return createDraft(visit.db, { ...audit(visit), document: { ...document, version }, from: 'xlsform' })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Checks may look at other questionnaires: the newest version of each. */
async function newestVersions(db: Db): Promise<Map<string, Questionnaire>> {
  const versions = (await listVersions(db)).toSorted((a, b) => compareVersions(a.version, b.version))
  const ids = new Map(versions.map(({ slug, id }) => [slug, id]))
  const sealed = await Promise.all([...ids].map(async ([slug, id]) => [slug, await sealedOf(db, id)] as const))
  return new Map(sealed)
}
