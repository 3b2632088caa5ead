// A section of a draft as those who will see it see it: in any role, language and width, with the author's test answers.
import { trialOf } from '#db/draft-trials.ts'
import { standing } from '#surveys/answering/applicability.ts'
import { sectionOf, showable } from '#surveys/authoring/preview.ts'
import { compile } from '#surveys/definition/codebook.ts'
import type { TeamVisit } from '../../../access.server.ts'
import { idOf } from '../../../components/questions/asked.ts'
import type { Block } from '../../../components/questions/group.ts'
import { speechOf } from '../../../components/words.tsx'
import { LANGUAGES } from '../../../languages.ts'
import { NOTHING_FOUND } from '../../answer/own-reply.server.ts'
import { blocksOf } from '../../answer/views/blocks.ts'
import { dayIn } from '../../answer/views/reader.ts'
import type { OpenDraft } from './draft.server.ts'

/** What each role does with a questionnaire. */
const DOES = {
  head: 'answers',
  focal_point: 'answers',
  alternate: 'answers',
  contributor: 'answers',
  reader: 'reads',
  officer: 'reads',
  presenter: 'nothing',
  observer: 'nothing',
} as const
export const PREVIEW_ROLES = Object.keys(DOES) as (keyof typeof DOES)[]
export const WIDTHS = ['wide', 'phone'] as const

/** As whom, in which language and how wide: in the address, so that a preview can be passed on. */
export function wishesOf(url: URL, language: TeamVisit['language']) {
  const asked = (name: string) => url.searchParams.get(name)
  return {
    role: PREVIEW_ROLES.find((one) => one === asked('role')) ?? 'contributor',
    language: LANGUAGES.find((one) => one === asked('language')) ?? language,
    width: WIDTHS.find((one) => one === asked('width')) ?? 'wide',
  }
}

/** @param address the element that is looked at: its section is shown, or only itself */
export async function previewOf(visit: TeamVisit, draft: OpenDraft, address: string, isWhole: boolean) {
  const wishes = wishesOf(visit.url, visit.language)
  const questionnaire = showable(draft.document)
  const key = sectionOf(questionnaire, address) ?? (isWhole ? questionnaire.sections[0]?.key : undefined)
  const section = questionnaire.sections.find((one) => one.key === key)
  if (!section) return null
  const codebook = compile(questionnaire)
  const { reader, today } = readerOf(visit, wishes.language)
  const cells = await trialOf(visit.db, { draftId: draft.id, accountId: visit.account.id })
  const judged = standing(codebook, cells, today)
  const replying = {
    base: `${draft.path}/preview`,
    codebook,
    cells,
    judged,
    reader,
    ...NOTHING_FOUND,
    open: null,
    asked: [],
  }
  const blocks = blocksOf(section, replying, visit.url.searchParams.get('open'))
  return {
    ...wishes,
    does: DOES[wishes.role],
    address,
    section: section.key,
    title: section.title,
    intro: section.intro ?? null,
    blocks: isWhole ? blocks : blocks.filter((block) => isAbout(block, address)),
    isTried: cells.size > 0,
  }
}
export type Preview = NonNullable<Awaited<ReturnType<typeof previewOf>>>

/** The reader of a preview, who may speak another language than its author. */
export function readerOf({ house, account, now }: TeamVisit, language: TeamVisit['language']) {
  const timeZone = account.timeZone ?? 'Europe/Brussels'
  const today = dayIn(now, timeZone)
  const t = house.words.t(language, account.digits)
  return { reader: { ...speechOf({ t, language, digits: account.digits, timeZone }), now, today }, today }
}

function isAbout(block: Block, address: string): boolean {
  const name = address.slice(address.indexOf(':') + 1)
  if (block.kind === 'question') return address === `question:${block.field}`
  return block.kind === 'group' && block.group.group.group === name.split('.')[0] && !address.startsWith('note:')
}

/** Where the page comes back to after a button of one question. */
export const anchorOf = (act: string): string => {
  const field = act.split(':')[1]
  return field && act.includes('-') ? `#${idOf(field)}` : '#preview'
}
