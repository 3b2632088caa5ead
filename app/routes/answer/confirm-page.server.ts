// What was carried into a reply and waits for the delegation's word, section by section, each with where it comes from.
import { type CarriedAnswer, listCarried } from '#db/carrying.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { standing } from '#surveys/answering/applicability.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { ConfirmPage, Offer, OfferGroup } from '../../components/answering/confirm-page.ts'
import { saying } from '../../components/questions/said.tsx'
import { closedWords, type OwnReply, refusalOf } from './own-reply.server.ts'
import { fieldsEver } from './views/earlier-fields.ts'
import { addressOf } from './views/outline.ts'
import { isolated } from './views/reader.ts'

/** The offers that are still open and apply, were they all confirmed; in reading order. */
export async function openOffers(reply: OwnReply, { db }: DelegationVisit): Promise<[Field, CarriedAnswer][]> {
  const { codebook, cells, reader } = reply
  const open = new Map(
    (await listCarried(db, reply.id)).filter(({ state }) => state === 'open').map((one) => [one.field, one]),
  )
  const offered = [...open.values()].flatMap(({ field, offered: cell }) => (cell ? [[field, cell] as const] : []))
  const judged = standing(codebook, new Map<string, Cell>([...cells, ...offered]), reader.today)
  return codebook.fields.filter(judged.applies).flatMap((field): [Field, CarriedAnswer][] => {
    const offer = open.get(field.name)
    return offer ? [[field, offer]] : []
  })
}

export async function confirmPage(reply: OwnReply, visit: DelegationVisit): Promise<ConfirmPage & { title: string }> {
  const { codebook, reader, home } = reply
  const offers = await openOffers(reply, visit)
  const all = await listCarried(visit.db, reply.id)
  const sections = codebook.questionnaire.sections.map(({ key, title }, index) => ({
    key,
    letter: letterOf(index),
    title,
    open: offers.filter(([field]) => field.section === key).length,
  }))
  const wanted = visit.url.searchParams.get('section')
  const current = sections.find(({ key }) => key === wanted) ?? sections.find(({ open }) => open > 0) ?? sections[0]
  const refusal = refusalOf('edit', reply, visit)
  return {
    ...home,
    title: reader.t('versions:confirm.title'),
    sections,
    current: current?.key ?? '',
    open: offers.length,
    decided: all.filter(({ state }) => state !== 'open').length,
    groups: await groupsOf(
      reply,
      visit,
      offers.filter(([field]) => field.section === current?.key),
    ),
    aside: await asideOf(reply, visit),
    closed: refusal === undefined ? null : closedWords(refusal, reply),
  }
}

/** Measure by measure: the offers of one item of a group stand together. */
async function groupsOf(
  reply: OwnReply,
  visit: DelegationVisit,
  offers: [Field, CarriedAnswer][],
): Promise<OfferGroup[]> {
  const groups = new Map<string, { title: OfferGroup['title']; key: string | null; offers: Offer[] }>()
  for (const [field, carried] of offers) {
    const key = field.group && field.item ? `${field.group.group}.${field.item.key}` : null
    const group = groups.get(key ?? '') ?? { title: field.item?.label ?? null, key, offers: [] }
    group.offers.push(await offerOf(reply, visit, field, carried))
    groups.set(key ?? '', group)
  }
  return [...groups.values()]
}

async function offerOf(reply: OwnReply, { db }: DelegationVisit, field: Field, carried: CarriedAnswer): Promise<Offer> {
  const { reader, codebook, home } = reply
  const then = (await codebookOf(db, carried.versionId)).byName.get(field.name) ?? field
  const from = carried.round
    ? isolated(saying(carried.round.title, reader.language).words)
    : reader.t('versions:confirm.version', { version: carried.version })
  const changes = (carried.line?.steps ?? []).filter(({ change }) => change !== 'same')
  return {
    field,
    then,
    given: carried.given,
    isOffered: carried.offered !== null,
    origin: reader.t('versions:confirm.from', {
      from,
      date: reader.date(carried.givenAt),
      name: isolated(carried.givenBy),
    }),
    comparability: carried.line?.comparability ?? 'broken',
    reasons: changes.flatMap(({ reason }) => (reason ? [reason] : [])),
    href: addressOf(codebook, field.name, home.base),
  }
}

/** Answers to questions that this version no longer asks: nothing is to be done, and nothing is lost. */
async function asideOf(reply: OwnReply, { db }: DelegationVisit): Promise<ConfirmPage['aside']> {
  const gone = [...reply.cells.values()].filter(({ field, value, absence }) => {
    return !reply.codebook.byName.has(field) && (value !== null || absence !== null)
  })
  if (gone.length === 0) return []
  const fields = await fieldsEver(db, reply)
  return gone.flatMap((cell) => {
    const field = fields.get(cell.field)
    return field ? [{ field, cell, problem: null, change: null }] : []
  })
}
