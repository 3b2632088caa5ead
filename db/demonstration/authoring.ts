// A draft in the demonstration: the next version of the report, with one question said more clearly in English only.

import { contentOf } from '#surveys/authoring/addresses.ts'
import { draftOf } from '#surveys/authoring/beginnings.ts'
import { createDraft, editDraft } from '../drafts.ts'
import { findVersion, sealedOf } from '../questionnaires.ts'
import { accountOf, missing, type Scene, type Stage } from './stage.ts'

const SLUG = 'roadmap-national-coordination'
const ADDRESS = 'question:reporting_authority'
const LABEL = 'Which authority prepares and signs the national report?'

export function writeDraft(stage: Stage): Scene[] {
  return [{ day: -2, play: (at) => begin(stage, at) }]
}

async function begin(stage: Stage, at: string): Promise<void> {
  const { trx } = stage
  const act = { actor: accountOf(stage, 'officer'), at }
  const published = (await findVersion(trx, SLUG, '1.0.0')) ?? missing(`version 1.0.0 of ${SLUG}`)
  const document = draftOf(await sealedOf(trx, published.id))
  const draftId = await createDraft(trx, { ...act, document, from: 'version', versionId: published.id })
  const question = contentOf(document, ADDRESS)
  if (question?.kind !== 'question') missing(`${ADDRESS} in ${SLUG}`)
  const content = { kind: 'question', of: { ...question.of, label: { ...question.of.label, en: LABEL } } } as const
  await editDraft(trx, { ...act, draftId, base: null, edit: { act: 'write', address: ADDRESS, content } })
}
