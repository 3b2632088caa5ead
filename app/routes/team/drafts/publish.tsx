// What a draft changes, what its author declares of each change, and the two people that its publication takes.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposeDraft, publishDraft, takeBackDraft } from '#db/draft-publishing.ts'
import { baseOf, editDraft } from '#db/drafts.ts'
import { mappingOf, versionAfter } from '#surveys/authoring/declarations.ts'
import { refusalsOfPublishing } from '#surveys/definition/publishing.ts'
import { asTeam, audit } from '../../../access.server.ts'
import { ComparedPart } from '../../../components/team/comparison.tsx'
import { RefusalLines, Summary } from '../../../components/team/comparison-head.tsx'
import { DeclarationForm } from '../../../components/team/drafts/declaration-form.tsx'
import { DraftHead } from '../../../components/team/drafts/head.tsx'
import { ProblemList } from '../../../components/team/drafts/problems.tsx'
import { PublishForms } from '../../../components/team/drafts/publish-forms.tsx'
import { Done, Problems } from '../../../components/team/frame.tsx'
import { again, done, doneWord } from '../answers.ts'
import { compareWith } from '../questionnaire-compare.server.ts'
import { readForm } from '../reading.ts'
import { declaredIn } from './declaring.server.ts'
import { factsOf, requireDraft } from './draft.server.ts'

const DONE = ['draft_kept', 'draft_unchanged', 'draft_proposed', 'draft_taken_back'] as const

export const loader = asTeam(async ({ db, params, url, t, account }) => {
  const draft = await requireDraft(db, params.draft)
  const { document, published, problems, state, proposer } = draft
  const before = published.findLast(({ version }) => version !== document.version || state !== 'published')
  // Nothing can be compared while a condition cannot be read.
  const isReadable = problems.every(({ isForPublishing }) => isForPublishing)
  const all = [...published.filter(({ version }) => version !== document.version), document]
  const compared =
    before && isReadable ? await compareWith(db, { all, first: before, second: document, published }) : null
  const entries = compared?.parts.flatMap((part) => part.entries) ?? []
  return {
    title: t('drafts:publish.title'),
    draft: factsOf(draft),
    compared,
    forms: Object.fromEntries(
      entries.map((entry) => [
        `${entry.kind} ${entry.key}`,
        { base: baseOf(document, `change:${entry.key}`), mapping: before ? mappingOf(entry, before, document) : null },
      ]),
    ),
    languages: document.languages,
    refusals: state === 'published' ? [] : refusalsOfPublishing(document, published),
    problems: problems.filter(({ isForPublishing }) => !isForPublishing),
    suggested: before && compared ? versionAfter(before.version, compared.step) : null,
    isProposer: proposer === account.id,
    done: doneWord(url, DONE),
  }
})

export const action = asTeam(async (visit) => {
  const draft = await requireDraft(visit.db, visit.params.draft)
  const form = readForm(visit.form)
  const path = `${draft.path}/publish`
  const act = { ...audit(visit), draftId: draft.id }
  switch (form.raw('act')) {
    case 'propose': {
      const { state } = await proposeDraft(visit.db, act)
      if (state === 'proposed') return done(path, 'draft_proposed')
      form.refuse('act', state === 'closed' ? 'state' : 'draft_not_ready')
      return again(form)
    }
    case 'take_back':
      if (await takeBackDraft(visit.db, act)) return done(path, 'draft_taken_back')
      form.refuse('act', 'state')
      return again(form)
    case 'publish': {
      const { state } = await publishDraft(visit.db, act)
      if (state === 'published') return redirect('/team/questionnaires?done=published', 303)
      form.refuse(
        'act',
        state === 'same_person' ? 'draft_same_person' : state === 'closed' ? 'state' : 'draft_not_ready',
      )
      return again(form)
    }
    default: {
      const declared = declaredIn(draft, form)
      if (!declared) return again(form)
      const kept = await editDraft(visit.db, { ...act, ...declared })
      if (kept.state === 'kept' || kept.state === 'unchanged') return done(path, `draft_${kept.state}`, declared.anchor)
      form.refuse(declared.field, kept.state === 'conflict' ? 'changed_meanwhile' : 'draft_closed')
      return again(form)
    }
  }
})

export default function Publish() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { draft, compared, forms, languages } = page
  const isOpen = draft.state === 'open'
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <DraftHead draft={draft} here="publish" />
      <PublishForms {...page} sent={sent}>
        {page.refusals.map((refusal) => (
          <RefusalLines key={refusal.code} refusal={refusal} />
        ))}
      </PublishForms>
      {page.problems.length > 0 && <ProblemList problems={page.problems} path={draft.path} />}
      {compared && <Summary compared={compared} />}
      {compared?.parts.map((part) => (
        <ComparedPart
          key={part.section ?? '*'}
          part={part}
          from={compared.from}
          to={compared.to}
          below={(entry) => (
            <DeclarationForm
              entry={entry}
              form={forms[`${entry.kind} ${entry.key}`] ?? null}
              languages={languages}
              sent={sent}
              isOpen={isOpen}
            />
          )}
        />
      ))}
    </div>
  )
}
