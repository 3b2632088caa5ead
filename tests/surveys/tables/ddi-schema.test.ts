// The codebook in DDI is valid: its elements stand in the order and number that the schema of DDI-Codebook 2.5 gives them.
import { readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { afterAll, expect, test } from 'vitest'
import { compile } from '#surveys/definition/codebook.ts'
import { lineageOf } from '#surveys/definition/comparison/history.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { ddiCodebook } from '#surveys/tables/ddi.ts'
import { contentCodebook } from '../../support/content.ts'
import { QUESTIONNAIRE } from '../analysis/rounds.ts'

const schema = XmlDocument.fromString(readFileSync('tests/fixtures/ddi-codebook-2.5.xsd', 'utf8'))
const validator = XsdValidator.fromDoc(schema)
afterAll(() => {
  validator.dispose()
  schema.dispose()
})

/** @throws with line and element where it is not valid */
function validate(xml: string): void {
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
  } finally {
    document.dispose()
  }
}

const written = (...versions: Questionnaire[]) => {
  const last = versions.at(-1) as Questionnaire
  const about = { title: last.title, publishedAt: '2027-01-01T00:00:00.000Z', structureHash: 'ab12' }
  return ddiCodebook(compile(last), lineageOf(versions), about)
}
const real = (name: string) => contentCodebook(name).questionnaire

test('every published questionnaire has a valid codebook, with the history of its versions', () => {
  validate(written(real('roadmap-national-coordination@1.0.0')))
  validate(written(real('taf-regional-needs@1.0.0'), real('taf-regional-needs@1.1.0')))
  validate(written(QUESTIONNAIRE))
})

test('what stands in the wrong order, or is not known, is refused', () => {
  const valid = written(QUESTIONNAIRE)
  expect(() => validate(valid.replace(/(<labl [^>]*>[^<]*<\/labl>)(<qstn .*?<\/qstn>)/, '$2$1'))).toThrow()
  expect(() => validate(valid.replace('<varFormat', '<format').replace('</var>', '</var>'))).toThrow()
  expect(() => validate(valid.replace('intrvl="discrete"', 'intrvl="sometimes"'))).toThrow()
})
