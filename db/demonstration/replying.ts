// Scenes of the delegations: they answer section by section, attach documents, sign, and open a revision again.
import type { Attachment } from '#surveys/answering/model.ts'
import type { DelegationRole } from '#surveys/answering/states.ts'
import { cellsOf } from '../cells.ts'
import { keepFile } from '../files.ts'
import { findOwnResponse, type OwnResponse, saveCells } from '../responses.ts'
import { reopenResponse, submitResponse } from '../submitting.ts'
import { dayFrom } from './calendar.ts'
import { isMade, pdfOf } from './documents.ts'
import { expand } from './notation.ts'
import { keyOf, PEOPLE } from './people.ts'
import { accountOf, missing, type Scene, type Stage } from './stage.ts'
import { REPLIES, ROUNDS, type StoryReply } from './story.ts'

type Own = NonNullable<Awaited<ReturnType<typeof findOwnResponse>>>

export function replying(stage: Stage): Scene[] {
  return REPLIES.flatMap((reply) => [...writing(stage, reply), ...signing(stage, reply)])
}

/** One scene per section, spread over the days of the work; whoever may edit takes turns. */
function writing(stage: Stage, reply: StoryReply): Scene[] {
  const sections = sectionsOf(stage, reply)
  const authors = authorsOf(reply.country)
  return sections.map((section, index) => ({
    day: reply.from + ((reply.to - reply.from) * index) / Math.max(1, sections.length - 1),
    play: async (at) => {
      const own = await ownOf(stage, reply)
      if (own.state === 'submitted') await reopen(stage, reply, own, at)
      await answer(stage, reply, { own, section, at, role: authors[index % authors.length] ?? 'head' })
    },
  }))
}

function sectionsOf({ library }: Stage, { round }: StoryReply): string[] {
  const name = ROUNDS.find(({ slug }) => slug === round)?.questionnaire ?? missing(`round ${round}`)
  const questionnaire = library.questionnaires.get(name) ?? missing(`questionnaire ${name}`)
  return questionnaire.sections.map((section) => section.key)
}

const authorsOf = (country: string): DelegationRole[] =>
  PEOPLE.filter((person) => person.country === country).flatMap(({ role }) =>
    role === 'focal_point' || role === 'alternate' ? [role] : [],
  )

type Sitting = { own: Own; section: string; at: string; role: DelegationRole }

async function answer(stage: Stage, reply: StoryReply, sitting: Sitting): Promise<void> {
  const { own, section, at, role } = sitting
  const attachments = await attach(stage, reply, sitting)
  const today = asOf(stage, reply)
  const wanted = expand(own.codebook, reply.answers, { today, attachments })
  const current = await cellsOf(stage.trx, own.id)
  const fields = own.codebook.bySection.get(section) ?? []
  const cells = fields.flatMap(({ name }) => {
    const cell = wanted.get(name)
    return cell ? [{ ...cell, base: current.get(name)?.revision ?? 0 }] : []
  })
  const { refusal, conflicts } = await saveCells(stage.trx, {
    ...acting(stage, reply, own, role),
    at,
    cells,
    today: dayOf(at),
  })
  if (refusal || conflicts.length > 0)
    throw new Error(`${reply.country} could not answer ${section}: ${refusal ?? 'conflict'}.`)
}

/** Keeps the documents of the section, and adds its links. */
async function attach(stage: Stage, reply: StoryReply, { own, section, at, role }: Sitting) {
  const attachments: Record<string, Attachment[]> = {}
  const add = (field: string, one: Attachment) => {
    attachments[field] = [...(attachments[field] ?? []), one]
  }
  for (const { name: field } of own.codebook.bySection.get(section) ?? []) {
    for (const document of reply.answers.documents[field] ?? []) {
      if (isMade(document)) {
        const { name, lines } = document
        const file = { field, name, mediaType: 'application/pdf', content: pdfOf(lines) }
        const kept = await keepFile(stage.trx, { ...acting(stage, reply, own, role), ...file, at, today: dayOf(at) })
        if (kept.state !== 'kept') throw new Error(`${name} of ${reply.country} was not kept: ${kept.state}.`)
        add(field, kept.file)
      } else add(field, { kind: 'link', url: document.url })
    }
  }
  return attachments
}

async function reopen(stage: Stage, reply: StoryReply, own: OwnResponse, at: string): Promise<void> {
  const why = 'A figure has become available, and the ministry judges one need higher.'
  const refusal = await reopenResponse(stage.trx, { ...acting(stage, reply, own, 'head'), at, why })
  if (refusal) throw new Error(`${reply.country} could not open its reply again: ${refusal}.`)
}

function signing(stage: Stage, reply: StoryReply): Scene[] {
  const { country, signed, level, sectionLevels = {} } = reply
  if (signed === null) return []
  const head = PEOPLE.find((person) => person.key === keyOf('head', country)) ?? missing(`head of ${country}`)
  const signedFunction = { en: 'Head of delegation', fr: 'Chef de délégation', ar: 'رئاسة الوفد' }[head.language]
  const play = async (at: string) => {
    const own = await ownOf(stage, reply)
    const sign = { signedName: head.name, signedFunction, level, sectionLevels, at, today: dayOf(at) }
    const submitted = await submitResponse(stage.trx, { ...acting(stage, reply, own, 'head'), ...sign })
    if (submitted.state !== 'submitted') throw new Error(`${country} could not submit: ${JSON.stringify(submitted)}`)
  }
  return [{ day: signed, play }]
}

async function ownOf(stage: Stage, { round, country }: StoryReply): Promise<Own> {
  return (await findOwnResponse(stage.trx, { round, country })) ?? missing(`response of ${country} to ${round}`)
}

function acting(stage: Stage, { country }: StoryReply, own: OwnResponse, role: DelegationRole) {
  return { actor: accountOf(stage, keyOf(role, country)), responseId: own.id, country, role }
}

const dayOf = (at: string) => at.slice(0, 10)

const asOf = ({ seeded }: Stage, reply: StoryReply) => dayFrom(dayOf(seeded.toISOString()), `-${-reply.asOf}d`)
