// A draft in the browser: its structure, the form of one element, what is wrong with the whole.
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { discardDraft } from '#db/drafts.ts'
import { asTeam, audit } from '../../../access.server.ts'
import { Said } from '../../../components/questions/said.tsx'
import { AddForms } from '../../../components/team/drafts/add-forms.tsx'
import { ElementForm } from '../../../components/team/drafts/element-form.tsx'
import { DraftHead, GiveUp } from '../../../components/team/drafts/head.tsx'
import { ListForm } from '../../../components/team/drafts/list-form.tsx'
import { PreviewPane } from '../../../components/team/drafts/preview.tsx'
import { ProblemList } from '../../../components/team/drafts/problems.tsx'
import { Structure } from '../../../components/team/drafts/structure.tsx'
import { Done, Problems } from '../../../components/team/frame.tsx'
import { again, done, doneWord } from '../answers.ts'
import { addressIn, elementOf, factsOf, requireDraft } from './draft.server.ts'
import { editFrom, goneOn, mergedValues } from './editing.server.ts'
import { linesOf, outlineOf } from './outline.ts'
import { previewOf } from './preview.server.ts'

const DONE = ['draft_kept', 'draft_unchanged', 'draft_added', 'draft_moved', 'draft_removed'] as const

export const loader = asTeam(async (visit) => {
  const { db, params, url, t } = visit
  const draft = await requireDraft(db, params.draft)
  const address = addressIn(url, draft)
  const outline = outlineOf(draft.document, draft.problems)
  return {
    title: t('drafts:edit.title'),
    draft: factsOf(draft),
    outline,
    element: elementOf(draft, address),
    heading: linesOf(outline).find((line) => line.address === address) ?? outline.head,
    problems: draft.problems,
    preview: await previewOf(visit, draft, address, false),
    said: doneWord(url, DONE),
  }
})

export const action = asTeam(async (visit) => {
  const draft = await requireDraft(visit.db, visit.params.draft)
  const address = addressIn(visit.url, draft)
  if (visit.form.get('act') === 'discard') {
    await discardDraft(visit.db, { ...audit(visit), draftId: draft.id })
    return done('/team/questionnaires/drafts', 'draft_discarded')
  }
  const { form, edit, isBased } = editFrom(visit, draft, address)
  if (!edit || form.problems.length > 0) return again(form)
  const kept = await goneOn(visit, draft, { edit, address, base: isBased ? form.raw('base') : null })
  if (kept instanceof Response) return kept
  if (kept.state === 'conflict') {
    const theirs = mergedValues(kept.draft, address)
    return data({ problems: [], values: form.values, conflict: { ...theirs, by: kept.by, at: kept.at } }, 409)
  }
  form.refuse(kept.field, kept.code)
  return again(form)
})

export default function DraftPage() {
  const { draft, outline, element, heading, problems, preview, said } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const isOpen = draft.state === 'open'
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const shared = { element, sent, conflict, isOpen }
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={said} />
      <DraftHead draft={draft} here="edit" />
      <div className="answer">
        <Structure outline={outline} current={element.address} isOpen={isOpen} sent={sent} />
        <div className="stack airy">
          <section className="stack" aria-labelledby="element">
            <h2 id="element">
              {heading.number} {heading.title ? <Said text={heading.title} /> : <bdi dir="ltr">{heading.key}</bdi>}
            </h2>
            {element.kind === 'list' ? <ListForm {...shared} /> : <ElementForm {...shared} />}
          </section>
          {preview && preview.blocks.length > 0 && <PreviewPane preview={preview} path={draft.path} />}
          {isOpen && <AddForms element={element} sent={sent} />}
          <ProblemList problems={problems} path={draft.path} />
          {isOpen && <GiveUp />}
        </div>
      </div>
    </div>
  )
}
