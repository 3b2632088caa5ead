// An XLSForm that the team sends: opened, read, judged, and told line by line.
import { listVersions, sealedOf } from '#db/questionnaires.ts'
import type { Db } from '#db/tables.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
import { type ImportedForm, importXlsform } from '#surveys/xlsform/settle.ts'
import { openSheets } from '../../../documents/sheets-opening.ts'

/** The problem of the field, or the form. */
export type Opened = ImportedForm | 'form_missing' | 'form_large' | 'form_kind' | 'form_macros' | 'form_unknown'

export async function readForm(db: Db, sent: FormDataEntryValue | null): Promise<Opened> {
  if (!(sent instanceof File) || sent.size === 0) return 'form_missing'
  const sheets = await openSheets(await sent.bytes())
  if (typeof sheets === 'string') return `form_${sheets}`
  return importXlsform(sheets, await newestVersions(db)) ?? 'form_unknown'
}

/** Checks may look at other questionnaires: the newest version of each. */
async function newestVersions(db: Db): Promise<Map<string, Questionnaire>> {
  const versions = (await listVersions(db)).toSorted((a, b) => compareVersions(a.version, b.version))
  const ids = new Map(versions.map(({ slug, id }) => [slug, id]))
  const sealed = await Promise.all([...ids].map(async ([slug, id]) => [slug, await sealedOf(db, id)] as const))
  return new Map(sealed)
}
