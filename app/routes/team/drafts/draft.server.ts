// One draft for its pages: found, judged by the rules of the format, beside what is published of it.

import { judgedDraft } from '#db/draft-publishing.ts'
import { baseOf, type Draft, findDraft } from '#db/drafts.ts'
import type { Db } from '#db/tables.ts'
import { versionsOf } from '#db/version-lines.ts'
import { type Address, contentOf, partsOfAddress } from '#surveys/authoring/addresses.ts'
import { usesOfList } from '#surveys/authoring/edits.ts'
import { valuesOf } from '#surveys/authoring/entries.ts'
import { fieldsOf, isPublished, listsOf } from '#surveys/authoring/fields.ts'
import type { DraftProblem } from '#surveys/authoring/judging.ts'
import type { Questionnaire } from '#surveys/definition/model.ts'
import { notFound } from '../../../access.server.ts'

export type OpenDraft = Draft & {
  readonly path: string
  readonly problems: readonly DraftProblem[]
  /** as it would be sealed; null where its shape is wrong */
  readonly sealed: Questionnaire | null
  /** the published versions, the lowest first */
  readonly published: readonly Questionnaire[]
}

/** @throws a Response 404 where there is no such draft, or it was given up */
export async function requireDraft(db: Db, id: string | undefined): Promise<OpenDraft> {
  const draft = id && /^[0-9a-f-]{36}$/.test(id) ? await findDraft(db, id) : undefined
  if (!draft || draft.state === 'discarded') throw notFound()
  const published = (await versionsOf(db, draft.slug)).map(({ questionnaire }) => questionnaire)
  const { problems, sealed } = await judgedDraft(db, draft.document)
  return { ...draft, path: `/team/questionnaires/drafts/${draft.id}`, problems, sealed, published }
}

/** The element that a page is about: the one asked for, or the questionnaire itself. */
export function addressIn(url: URL, { document }: Draft): Address {
  const wanted = url.searchParams.get('at') ?? 'head'
  const isShown = !wanted.startsWith('change:') && contentOf(document, wanted) !== undefined
  return isShown ? wanted : 'head'
}

/** Everything that the form of an element needs. */
export function elementOf(draft: OpenDraft, address: Address) {
  const { document, problems, published } = draft
  const content = contentOf(document, address)
  const fields = fieldsOf(document, address)
  const { kind, name } = partsOfAddress(address)
  return {
    address,
    kind,
    name,
    fields,
    languages: document.languages,
    values: content ? valuesOf(content, fields, document.languages) : {},
    base: baseOf(document, address),
    options: content?.kind === 'list' ? content.of : [],
    uses: kind === 'list' ? usesOfList(document, name) : [],
    isBound: content?.of !== null,
    isPublished: isPublished(published.at(-1), address),
    problems: problems.filter((problem) => problem.address === address),
    sections: document.sections.map(({ key, title }) => ({ key, title })),
    lists: listsOf(document),
  }
}
export type DraftElement = ReturnType<typeof elementOf>

/** What every page of a draft says of it. */
export function factsOf({ path, document, state, proposedBy }: OpenDraft) {
  return { path, title: document.title, version: document.version, state, proposedBy }
}
