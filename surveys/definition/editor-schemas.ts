// JSON Schemas for editors, written from the same zod schemas that read the files.
import { z } from 'zod'
import { questionnaireFile } from './schema.ts'
import { catalogueFile, rosterFile } from './schema-parts.ts'

const SCHEMAS = {
  'questionnaire.schema.json': { schema: questionnaireFile, title: 'A questionnaire' },
  'catalogue.schema.json': { schema: catalogueFile, title: 'A list used by more than one questionnaire' },
  'roster.schema.json': { schema: rosterFile, title: 'The countries or delegations of a programme, in protocol order' },
} as const

/** @returns by file name, for the folder `surveys/`: what stands in the file */
export function editorSchemas(): Map<string, string> {
  const files = Object.entries(SCHEMAS).map(([name, { schema, title }]): [string, string] => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
    return [name, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`]
  })
  return new Map(files)
}
