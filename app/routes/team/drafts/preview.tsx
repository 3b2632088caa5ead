// The preview of a draft: one section after the other, to be looked at and tried; what is tried counts nowhere.
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keepTrial, trialOf, wipeTrials } from '#db/draft-trials.ts'
import { readSection } from '#surveys/answering/reading.ts'
import { showable } from '#surveys/authoring/preview.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { asTeam } from '../../../access.server.ts'
import { DraftHead } from '../../../components/team/drafts/head.tsx'
import { PreviewPane } from '../../../components/team/drafts/preview.tsx'
import { Structure } from '../../../components/team/drafts/structure.tsx'
import { addressIn, factsOf, requireDraft } from './draft.server.ts'
import { outlineOf } from './outline.ts'
import { anchorOf, previewOf, readerOf, wishesOf } from './preview.server.ts'

export const loader = asTeam(async (visit) => {
  const draft = await requireDraft(visit.db, visit.params.draft)
  const address = addressIn(visit.url, draft)
  return {
    title: visit.t('drafts:preview.title'),
    draft: factsOf(draft),
    outline: outlineOf(draft.document, draft.problems),
    address,
    preview: await previewOf(visit, draft, address, true),
  }
})

export const action = asTeam(async (visit) => {
  const draft = await requireDraft(visit.db, visit.params.draft)
  const act = String(visit.form.get('act') ?? '')
  const trial = { draftId: draft.id, accountId: visit.account.id }
  if (act === 'wipe') await wipeTrials(visit.db, trial.draftId, trial.accountId)
  else if (draft.state !== 'published') {
    const codebook = compile(showable(draft.document))
    const { today, reader } = readerOf(visit, wishesOf(visit.url, visit.language).language)
    const current = await trialOf(visit.db, trial)
    const section = String(visit.form.get('section') ?? '')
    const { cells } = readSection(codebook, section, visit.form, { today, language: reader.language, current })
    await keepTrial(visit.db, { ...trial, cells, at: visit.now.toISOString() })
  }
  return redirect(`${visit.url.pathname.replace(/\.data$/, '')}${visit.url.search}${anchorOf(act)}`, 303)
})

export default function PreviewPage() {
  const { draft, outline, address, preview } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <DraftHead draft={draft} here="preview" />
      <div className="answer">
        <Structure outline={outline} current={address} isOpen={false} sent={undefined} />
        {preview && <PreviewPane preview={preview} path={draft.path} isWhole />}
      </div>
    </div>
  )
}
