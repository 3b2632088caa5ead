import { expect, test } from 'vitest'
import { mediaTypeOf } from '#app/routes/answer/document-kinds.ts'
import { FILE_ENDINGS } from '#surveys/definition/schema.ts'

test('a questionnaire can only ask for documents that the answering pages recognise', () => {
  expect(FILE_ENDINGS.map(mediaTypeOf)).not.toContain('application/octet-stream')
  expect(mediaTypeOf('exe')).toBe('application/octet-stream')
})
