// The agenda of the demonstration's session, each item bound to what is shown, and the first snapshot on its stage.
import type { Text } from '#surveys/definition/model.ts'
import { type AgendaItem, keepItem } from '../agenda.ts'
import { proposeConclusion } from '../conclusions.ts'
import { findMeeting } from '../meetings.ts'
import { decideNeed } from '../need-decisions.ts'
import { findSnapshot } from '../snapshots.ts'
import { setStage } from '../stages.ts'
import { accountOf, missing, roundOf, type Scene, type Stage } from './stage.ts'
import { REPORT } from './story.ts'

const NEEDS = 'demo-regional-needs'
const NOTHING: Text = {}

type Item = Pick<AgendaItem, 'title' | 'minutes' | 'shows' | 'notes'>

const ITEMS: readonly Item[] = [
  {
    title: {
      en: 'Roadmap with the answers integrated',
      fr: 'Feuille de route avec les réponses intégrées',
      ar: 'خارطة الطريق مع الإجابات',
    },
    minutes: 10,
    shows: `measures:${REPORT}`,
    notes: 'No country is singled out. Say how many have replied, then what is done.',
  },
  {
    title: {
      en: 'Steps towards the judicial platform',
      fr: 'Étapes vers la plateforme judiciaire',
      ar: 'الخطوات نحو المنصّة القضائية',
    },
    minutes: 20,
    shows: `steps:${REPORT}`,
    notes: 'The labels prepare the debate; only the conclusions decide.',
  },
  {
    title: { en: 'Tour de table', fr: 'Tour de table', ar: 'جولة الطاولة' },
    minutes: 40,
    shows: 'tour',
    notes: 'Hand the floor on the page of the tour de table: the screens follow.',
  },
  {
    title: { en: 'Country sheet: Amaridel', fr: 'Fiche pays : Amaridel', ar: 'صحيفة البلد: أماريديل' },
    minutes: 5,
    shows: 'country:XA',
    notes: '',
  },
  {
    title: {
      en: 'Regional needs: overview',
      fr: 'Besoins régionaux : vue d’ensemble',
      ar: 'الاحتياجات الإقليمية: نظرة عامة',
    },
    minutes: 10,
    shows: `needs:${NEEDS}`,
    notes: '',
  },
  {
    title: {
      en: 'Digital evidence and service providers',
      fr: 'Preuve numérique et fournisseurs de services',
      ar: 'الأدلة الرقمية ومقدمو الخدمات',
    },
    minutes: 5,
    shows: `question:${NEEDS}:needs.priority:digital_evidence`,
    notes: 'Ask: is the obstacle the form, or the answer of the provider?',
  },
  {
    title: {
      en: 'Needs to be covered by the facility',
      fr: 'Besoins à couvrir par la facilité',
      ar: 'الاحتياجات التي تغطيها الآلية',
    },
    minutes: 15,
    shows: 'decisions',
    notes: '',
  },
  {
    title: { en: 'Conclusions', fr: 'Conclusions', ar: 'الاستنتاجات' },
    minutes: 30,
    shows: 'conclusions',
    notes: '',
  },
]

/** Days from the beginning of the session, in hours of UTC. */
const FIRST_HOUR = 8

export function prepareSession(stage: Stage): Scene[] {
  const play = async (at: string) => {
    const meeting = (await findMeeting(stage.trx, 'demo')) ?? missing('meeting demo')
    const act = { actor: accountOf(stage, 'manager'), at, meetingId: meeting.id }
    for (const [index, item] of ITEMS.entries()) {
      const hour = `${meeting.startsOn}T${String(FIRST_HOUR).padStart(2, '0')}:00:00.000Z`
      const startsAt = index === 0 && meeting.startsOn ? hour : null
      await keepItem(stage.trx, { ...act, ...item, says: NOTHING, startsAt, itemId: null })
    }
    await setStage(stage.trx, { ...act, number: 1 })
    await beginDeciding(stage, act)
  }
  return [{ day: -1, play }]
}

/** One need is retained and one conclusion proposed, so that a newcomer sees what either looks like. */
async function beginDeciding(stage: Stage, act: { at: string; meetingId: string }): Promise<void> {
  const actor = accountOf(stage, 'rapporteur')
  const snapshot = (await findSnapshot(stage.trx, { meetingId: act.meetingId, number: 1 })) ?? missing('snapshot 1')
  const round = await roundOf(stage, NEEDS)
  await decideNeed(stage.trx, {
    ...act,
    actor,
    roundId: round.id,
    snapshotId: snapshot.id,
    area: 'digital_evidence',
    outcome: 'retained',
    into: null,
    lead: 'XD',
    countries: ['XA', 'XD', 'XE'],
    modality: 'training',
    reservations: [],
    note: '',
  })
  await proposeConclusion(stage.trx, {
    ...act,
    actor,
    texts: CONCLUSION,
    stand: 'proposed',
    countries: [],
    words: '',
    figure: { shows: `question:${NEEDS}:needs.priority:digital_evidence`, snapshotId: snapshot.id },
    silenceUntil: null,
  })
}

const CONCLUSION: Text = {
  en: 'Training on digital evidence will combine a course for prosecutors with an expert mission to each requesting country.',
  fr: 'La formation à la preuve numérique associera un cours destiné aux procureurs et une mission d’experts dans chaque pays demandeur.',
  ar: 'يجمع التدريب على الأدلة الرقمية بين دورة لأعضاء النيابة العامة وبعثة خبراء إلى كل بلد طالب.',
}
