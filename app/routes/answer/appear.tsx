// How the reply will appear: tried out with any choice of levels, in the real pages, before or after it is signed. Changes nothing.
import { useLoaderData } from '@remix-run/react'
import { findSubmission } from '#db/submissions.ts'
import { appearanceOf } from '#surveys/analysis/appearance.ts'
import { isGiven } from '#surveys/answering/cells.ts'
import type { Cell, Level } from '#surveys/answering/model.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import { asDelegation } from '../../access.server.ts'
import { Appearance } from '../../components/answering/appearance.tsx'
import { sheetView } from '../results/sheet.server.ts'
import { type OwnReply, ownerOf, requireOwnReply } from './own-reply.server.ts'
import { levelOf, sectionLevelsOf } from './views/levels.ts'

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const { home, codebook, reader } = reply
  const { sections } = codebook.questionnaire
  const last = await findSubmission(visit.db, { round: reply.round.slug, ...ownerOf(visit) })
  const tried = levelOf(visit.url.searchParams.get('level'))
  const level = tried ?? last?.level ?? null
  const sectionLevels = tried
    ? sectionLevelsOf(visit.url.searchParams, sections, tried)
    : ((last?.sectionLevels ?? {}) as Readonly<Record<string, Level>>)
  return {
    ...home,
    title: reader.t('desk:appear.title'),
    sections: sections.map(({ key, title }, index) => ({ key, title, letter: letterOf(index) })),
    level,
    sectionLevels,
    shown: level === null ? null : shownOf(reply, visit.delegation.country, { level, sectionLevels }),
  }
})

type Tried = { readonly level: Level; readonly sectionLevels: Readonly<Record<string, Level>> }

function shownOf({ codebook, round, cells, judged, reader, nextRevision }: OwnReply, code: string, tried: Tried) {
  const { roster } = round.meeting
  const given = codebook.fields.flatMap((field): [string, Cell][] => {
    const cell = cells.get(field.name)
    return cell && isGiven(cell) && judged.applies(field) ? [[field.name, cell]] : []
  })
  const own = { country: code, ...tried, revision: nextRevision, submittedAt: reader.now.toISOString() }
  const appearance = appearanceOf({
    round: round.slug,
    codebook,
    roster: roster.countries,
    reply: { ...own, cells: new Map(given) },
    today: reader.today,
  })
  const country = roster.countries.find((one) => one.code === code)
  const sheet = country && sheetView([appearance], country, reader)
  const { sections, dashboards, shared } = appearance
  return { sections, dashboards, shared, sheet: sheet ?? null, timeZone: round.meeting.timeZone }
}

export default function Appear() {
  return <Appearance page={useLoaderData<typeof loader>()} />
}
