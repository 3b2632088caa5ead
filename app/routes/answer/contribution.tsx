// What one institution answers to the questions of a section that it was asked: beside the country's answers, not instead.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contribute } from '#db/contributions.ts'
import { parseAct } from '#surveys/answering/form.ts'
import { readSection } from '#surveys/answering/reading.ts'
import { asDelegation, badRequest, type DelegationVisit } from '../../access.server.ts'
import { ANSWER_FORM } from '../../components/answering/answer-form.ts'
import { ContributionForm, type ContributionPage } from '../../components/delegation/contribution.tsx'
import type { Handle } from '../../handle.ts'
import { isLanguage, languageCookie } from '../../languages.ts'
import { doneWord } from '../team/answers.ts'
import { addressFor, blocksFor, replyingFor, type Writing, writingOf } from './contributing.server.ts'
import { backTo } from './going-on.server.ts'
import { stepOf } from './keeping.server.ts'
import { closedWords, NOTHING_FOUND, type OwnReply, refusalOf, requireOwnReply } from './own-reply.server.ts'
import { requireSection, wrongsOf } from './section-page.server.ts'
import type { Replying } from './views/asked-of.ts'
import { blocksOf } from './views/blocks.ts'

export const handle: Handle = { languageForm: ANSWER_FORM }

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const section = requireSection(reply, visit.params.section)
  const writing = await writingOf({ reply, visit, section: section.key })
  return contributionPage(reply, visit, writing, NOTHING_FOUND)
})

type Found = Pick<Replying, 'problems' | 'clashes'>

function contributionPage(
  reply: OwnReply,
  visit: DelegationVisit,
  writing: Writing | null,
  found: Found,
): ContributionPage & { title: string } {
  const { home, reader } = reply
  const section = requireSection(reply, visit.params.section)
  const refusal = refusalOf('contribute', reply, visit)
  const replying = replyingFor(reply, writing?.own ?? new Map(), found)
  const open = visit.url.searchParams.get('open')
  return {
    ...home,
    title: reader.t('inside:contribution.title'),
    section: { key: section.key, title: section.title },
    institution: writing?.institution ?? null,
    others: (writing?.institutions ?? [])
      .filter((name) => name !== writing?.institution)
      .map((name) => ({ name, href: addressFor(home.base, section.key, name) })),
    address: addressFor(home.base, section.key, writing?.institution ?? ''),
    blocks: writing && refusal === undefined ? blocksFor(blocksOf(section, replying, open), writing.fields) : [],
    closed: refusal === undefined ? null : closedWords(refusal, reply),
    wrongs: wrongsOf(replying),
    done: doneWord(visit.url, ['contributed'] as const),
  }
}

export const action = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const section = requireSection(reply, visit.params.section)
  const here = { reply, visit, section: section.key }
  const writing = await writingOf(here)
  if (!writing) throw badRequest()
  const { codebook, reader, home } = reply
  const form = { today: reader.today, language: reader.language, current: writing.own }
  const { cells, problems } = readSection(codebook, section.key, visit.form, form)
  const given = { ...stepOf(reply, visit), institution: writing.institution, cells }
  const { refusal, conflicts } = await contribute(visit.db, given)
  if (refusal !== undefined) return data(contributionPage(reply, visit, writing, NOTHING_FOUND), 409)
  const bases = new Map(cells.map(({ field, base }) => [field, base]))
  const found: Found = {
    problems: new Map(problems.map((problem) => [problem.field, problem])),
    clashes: new Map(conflicts.map((clash) => [clash.field, { ...clash, base: bases.get(clash.field) ?? 0 }])),
  }
  const act = parseAct(String(visit.form.get('act') ?? ''))
  if (found.clashes.size > 0 || (found.problems.size > 0 && act.kind !== 'language')) {
    const now = await writingOf(here)
    return data(contributionPage(reply, visit, now, found), found.clashes.size > 0 ? 409 : 400)
  }
  const address = addressFor(home.base, section.key, writing.institution)
  if (act.kind === 'language' && isLanguage(act.language)) {
    const headers = { 'Set-Cookie': languageCookie(act.language, visit.house.config) }
    return redirect(address, { status: 303, headers })
  }
  return redirect('field' in act ? backTo(address, act.field) : `${address}&done=contributed`, 303)
})

export default function ContributionRoute() {
  const shown = useLoaderData<typeof loader>()
  return <ContributionForm page={useActionData<typeof action>() ?? shown} />
}
