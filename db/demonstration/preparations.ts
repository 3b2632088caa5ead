// Scenes of the project team: questionnaires are published, meetings made, rounds planned, opened and closed.
import { createMeeting, findMeeting } from '../meetings.ts'
import { findVersion, publishQuestionnaire } from '../questionnaires.ts'
import { extendCountryDeadline, inviteCountry } from '../round-countries.ts'
import { closeRound, openRound } from '../round-states.ts'
import { createRound } from '../rounds.ts'
import { instantOf } from '../wall-clock.ts'
import { dayFrom } from './calendar.ts'
import { accountOf, missing, roundOf, type Scene, type Stage } from './stage.ts'
import { MEETINGS, REPORT, ROUNDS, type StoryMeeting, type StoryRound } from './story.ts'

/** The programme's clock: deadlines are six in the evening there. */
const ZONE = 'Europe/Brussels'

export function preparations(stage: Stage): Scene[] {
  return [
    ...PUBLISHED.map(([name, day]) => ({ day, play: (at: string) => publish(stage, name, at) })),
    ...MEETINGS.map((meeting) => ({ day: meeting.created, play: (at: string) => convene(stage, meeting, at) })),
    ...ROUNDS.flatMap((round) => scenesOf(stage, round)),
    { day: -9, play: (at) => extendFelmora(stage, at) },
  ]
}

/** Each version before the first round that asks it; the first ones before anything else. */
const PUBLISHED = [...new Set(ROUNDS.map(({ questionnaire }) => questionnaire))].map((name) => {
  const first = Math.min(...ROUNDS.filter(({ questionnaire }) => questionnaire === name).map(({ created }) => created))
  return [name, name.endsWith('@1.0.0') ? -232 : first - 1] as const
})

async function publish(stage: Stage, name: string, at: string): Promise<void> {
  const questionnaire = stage.library.questionnaires.get(name) ?? missing(`questionnaire ${name}`)
  const { state } = await publishQuestionnaire(stage.trx, { questionnaire, actor: manager(stage), at })
  // At start the installation publishes the questionnaires of its files before it is seeded.
  if (state !== 'published' && state !== 'unchanged') throw new Error(`${name} cannot be published: ${state}.`)
}

async function convene(stage: Stage, meeting: StoryMeeting, at: string): Promise<void> {
  const roster = stage.library.rosters.get(meeting.roster) ?? missing(`roster ${meeting.roster}`)
  const { slug, title, starts } = meeting
  const startsOn = starts === null ? null : dayOf(stage, starts)
  const endsOn = starts === null ? null : dayOf(stage, starts + 1)
  await createMeeting(stage.trx, { slug, title, roster, timeZone: ZONE, startsOn, endsOn, actor: manager(stage), at })
}

function scenesOf(stage: Stage, round: StoryRound): Scene[] {
  const step = async (at: string) => {
    const { id: roundId } = await roundOf(stage, round.slug)
    return { roundId, actor: manager(stage), role: 'manager' as const, at }
  }
  const scenes: Scene[] = [{ day: round.created, play: (at) => plan(stage, round, at) }]
  if (round.opened !== undefined) {
    scenes.push({ day: round.opened, play: async (at) => openRound(stage.trx, await step(at)) })
  }
  for (const [country, day] of Object.entries(round.late ?? {})) {
    const why = 'The delegation was nominated after the round had opened.'
    scenes.push({ day, play: async (at) => inviteCountry(stage.trx, { ...(await step(at)), country, why }) })
  }
  if (round.closed !== undefined) {
    scenes.push({ day: round.closed, play: async (at) => closeRound(stage.trx, await step(at)) })
  }
  return scenes
}

async function plan(stage: Stage, round: StoryRound, at: string): Promise<void> {
  const { slug, title, isDemonstration, late = {} } = round
  const meeting = (await findMeeting(stage.trx, round.meeting)) ?? missing(`meeting ${round.meeting}`)
  const [questionnaire = '', version = ''] = round.questionnaire.split('@')
  const published = (await findVersion(stage.trx, questionnaire, version)) ?? missing(`version ${round.questionnaire}`)
  const countries = meeting.roster.countries.map(({ code }) => code).filter((code) => !(code in late))
  const deadline = round.deadline === null ? null : eveningOf(stage, round.deadline)
  const fromRoundId = round.from === undefined ? null : (await roundOf(stage, round.from)).id
  const place = { slug, title, meetingId: meeting.id, versionId: published.id, fromRoundId }
  await createRound(stage.trx, { ...place, deadline, countries, isDemonstration, actor: manager(stage), at })
}

async function extendFelmora(stage: Stage, at: string): Promise<void> {
  const { id: roundId } = await roundOf(stage, REPORT)
  const why = 'The council of ministers meets after the deadline of the round.'
  const deadline = eveningOf(stage, 20)
  const officer = { actor: accountOf(stage, 'officer'), role: 'officer' as const, at }
  await extendCountryDeadline(stage.trx, { ...officer, roundId, country: 'XF', deadline, why })
}

const manager = (stage: Stage) => accountOf(stage, 'manager')

function dayOf({ seeded }: Stage, day: number): string {
  return dayFrom(seeded.toISOString().slice(0, 10), `${day < 0 ? '-' : '+'}${Math.abs(day)}d`)
}

const eveningOf = (stage: Stage, day: number) =>
  instantOf({ date: dayOf(stage, day), time: '18:00' }, ZONE).toISOString()
