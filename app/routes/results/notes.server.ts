// On what notes can be written: the dashboards of a round, its need areas, its measures.
import type { Note } from '#db/notes.ts'
import { fieldsAt } from '#surveys/analysis/refs.ts'
import type { Text } from '#surveys/definition/model.ts'
import { saying } from '../../components/questions/said.tsx'
import type { Results } from './source.server.ts'

/** The dashboards that the questionnaire feeds. */
export function pagesOf({ view }: Pick<Results, 'view'>): string[] {
  const { analysis } = view.codebook.questionnaire
  return [
    ...(analysis.needs ? ['needs'] : []),
    ...(analysis.gaps ? ['gaps'] : []),
    ...(analysis.modality && analysis.needs ? ['assistance'] : []),
    ...(analysis.partners ? ['partners'] : []),
    ...(analysis.readiness ? ['measures'] : []),
    ...(analysis.consensus?.agree_from === undefined ? [] : ['steps']),
  ]
}

type Target = { readonly target: string; readonly page: 'needs' | 'measures'; readonly label: Text }

/** The areas and measures, each with the dashboard where it stands. */
export function targetsOf({ view: { codebook } }: Pick<Results, 'view'>): Target[] {
  const { needs, readiness } = codebook.questionnaire.analysis
  const among = (ref: string | undefined, page: Target['page']) =>
    fieldsAt(codebook, ref).flatMap(({ item }) =>
      item ? [{ target: `item:${item.key}`, page, label: item.label }] : [],
    )
  return [...among(needs?.priority, 'needs'), ...among(readiness?.status, 'measures')]
}

/** What is said on a dashboard, to everybody who may see it. */
export function notesOn(results: Pick<Results, 'view'>, notes: readonly Note[], path: string, language: string) {
  const page = path.split('/').at(-1) ?? ''
  const targets = targetsOf(results).filter((one) => one.page === page)
  return notes
    .filter(({ state }) => state === 'shown')
    .flatMap(({ id, target, texts, organisation, kind }) => {
      const item = targets.find((one) => one.target === target)
      if (!item && target !== `page:${page}`) return []
      return [{ id, kind, texts, organisation, on: item ? saying(item.label, language).words : null }]
    })
}
