// The logic of a draft: which answers open what, what nobody can ever be asked, the shortest and the longest way, the minutes.
import { useLoaderData } from '@remix-run/react'
import { conditionsOf, pathsOf } from '#surveys/authoring/logic.ts'
import { showable } from '#surveys/authoring/preview.ts'
import { burdenOf } from '#surveys/definition/burden.ts'
import { compile, letterOf } from '#surveys/definition/codebook.ts'
import { asTeam } from '../../../access.server.ts'
import { DraftHead } from '../../../components/team/drafts/head.tsx'
import { Conditions, Minutes, Paths, Unreachable } from '../../../components/team/drafts/logic.tsx'
import { factsOf, requireDraft } from './draft.server.ts'

export const loader = asTeam(async ({ db, params, t, now }) => {
  const draft = await requireDraft(db, params.draft)
  const questionnaire = showable(draft.document)
  const codebook = compile(questionnaire)
  const today = now.toISOString().slice(0, 10)
  return {
    title: t('drafts:logic.title'),
    draft: factsOf(draft),
    conditions: conditionsOf(codebook, today),
    paths: pathsOf(codebook, today),
    minutes: questionnaire.minutes,
    burden: burdenOf(codebook).map((one, index) => ({
      ...one,
      letter: letterOf(index),
      title: questionnaire.sections[index]?.title ?? {},
    })),
  }
})

export default function Logic() {
  const { draft, conditions, paths, minutes, burden } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <DraftHead draft={draft} here="logic" />
      <Unreachable conditions={conditions} path={draft.path} />
      <Paths paths={paths} minutes={minutes} />
      <Minutes burden={burden} />
      <Conditions conditions={conditions} path={draft.path} />
    </div>
  )
}
