// Fields that earlier versions of the questionnaire asked: their answers are still read in the record and set aside.
import type { Db } from '#db/tables.ts'
import { versionsOf } from '#db/version-lines.ts'
import { compile } from '#surveys/definition/codebook.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'

/** Every field that this questionnaire ever had, by name, as its latest version asks or asked it. */
export async function fieldsEver(db: Db, { codebook }: { codebook: Codebook }): Promise<Map<string, Field>> {
  const fields = new Map<string, Field>()
  for (const { questionnaire } of await versionsOf(db, codebook.questionnaire.questionnaire)) {
    for (const field of compile(questionnaire).fields) fields.set(field.name, field)
  }
  for (const field of codebook.fields) fields.set(field.name, field)
  return fields
}
