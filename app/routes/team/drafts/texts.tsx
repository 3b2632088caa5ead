// The translation workbench of a draft: source and target side by side, how each text stands, what the glossary calls it.
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepTranslations } from '#db/translations.ts'
import { hintsFor } from '#surveys/authoring/glossary.ts'
import { progressOf, TRANSLATION_STATES } from '#surveys/authoring/translating.ts'
import { asTeam, audit } from '../../../access.server.ts'
import { DraftHead } from '../../../components/team/drafts/head.tsx'
import { Chooser, Exchange, Progress, Workbench } from '../../../components/team/drafts/workbench.tsx'
import { Done, Problems } from '../../../components/team/frame.tsx'
import { again, done, doneWord } from '../answers.ts'
import { readForm } from '../reading.ts'
import { factsOf, requireDraft } from './draft.server.ts'
import { entriesOfFile } from './exchange.server.ts'
import { entriesOf, languageIn, translationsFor } from './translating.server.ts'

const ROLES = ['manager', 'officer', 'translator'] as const
const DONE = ['translated', 'translated_unchanged', 'translations_taken'] as const

export const loader = asTeam({ roles: ROLES }, async (visit) => {
  const { db, params, url, t, team } = visit
  const draft = await requireDraft(db, params.draft)
  const language = languageIn(url, draft)
  const source = draft.document.languages[0] ?? 'en'
  const byLanguage = await translationsFor(db, draft)
  const texts = byLanguage.find(([one]) => one === language)?.[1] ?? []
  const parts = [...new Set(texts.map(({ part }) => part))]
  const state = TRANSLATION_STATES.find((one) => one === url.searchParams.get('state')) ?? null
  const inState = state === null ? texts : texts.filter((text) => text.state === state)
  const unfinished = texts.find((text) => text.state !== 'checked')?.part
  const part =
    parts.find((one) => one === url.searchParams.get('part')) ??
    (state === null ? unfinished : inState[0]?.part) ??
    parts[0] ??
    ''
  const shown = inState.filter((text) => text.part === part)
  return {
    title: t('drafts:texts.title'),
    draft: factsOf(draft),
    isTranslator: team.role === 'translator',
    source,
    language,
    languages: byLanguage.map(([one, all]) => ({ language: one, counts: progressOf(all), count: all.length })),
    parts: parts.map((key) => ({
      key,
      title: draft.document.sections.find((section) => key === `section:${section.key}`)?.title ?? null,
      left: texts.filter((text) => text.part === key && text.state !== 'checked').length,
    })),
    part,
    state,
    texts: shown.map((text) => ({ ...text, hints: hintsFor(text.source, source, language) })),
    done: doneWord(url, DONE),
  }
})

export const action = asTeam({ roles: ROLES }, async (visit) => {
  const draft = await requireDraft(visit.db, visit.params.draft)
  const language = languageIn(visit.url, draft)
  const form = readForm(visit.form)
  const act = form.choice('act', ['keep', 'take'] as const)
  const entries =
    act === 'take' ? await entriesOfFile(visit.form, form, draft, language) : act === 'keep' ? entriesOf(form) : []
  if (form.problems.length > 0) return again(form)
  const outcome = await keepTranslations(visit.db, { ...audit(visit), draftId: draft.id, language, entries })
  if (outcome.state === 'closed') form.refuse('act', 'draft_closed')
  else {
    for (const place of outcome.conflicts) form.refuse(`words:${place}`, 'changed_meanwhile')
    if (outcome.unknown.length > 0)
      form.refuse('file', 'places_unknown', {
        count: outcome.unknown.length,
        places: outcome.unknown.slice(0, 5).join(', '),
      })
  }
  if (form.problems.length > 0 || outcome.state === 'closed') return again(form)
  const word = act === 'take' ? 'translations_taken' : outcome.kept.length > 0 ? 'translated' : 'translated_unchanged'
  const back = new URLSearchParams({ language, ...(form.raw('part') && { part: form.raw('part') }) })
  return done(`${draft.path}/texts`, `${word}&${back}`)
})

export default function DraftTexts() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <DraftHead draft={page.draft} here="texts" isTranslator={page.isTranslator} />
      <Progress {...page} />
      <Chooser {...page} />
      <Workbench {...page} sent={sent} />
      <Exchange {...page} sent={sent} />
    </div>
  )
}
