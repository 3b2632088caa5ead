// The agenda of the demonstration's session, each item bound to what is shown, and the first snapshot on its stage.
import type { Text } from '#surveys/definition/model.ts'
import { type AgendaItem, keepItem } from '../agenda.ts'
import { findMeeting } from '../meetings.ts'
import { setStage } from '../stages.ts'
import { accountOf, missing, type Scene, type Stage } from './stage.ts'
import { REPORT } from './story.ts'

const NEEDS = 'demo-regional-needs'
const NOTHING: Text = {}

type Item = Pick<AgendaItem, 'title' | 'minutes' | 'shows' | 'notes'> & { readonly says?: Text }

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
    title: { en: 'Tour de table: Amaridel', fr: 'Tour de table : Amaridel', ar: 'جولة الطاولة: أماريديل' },
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
    title: { en: 'Conclusions', fr: 'Conclusions', ar: 'الاستنتاجات' },
    says: {
      en: 'Read line by line, agreed in the room.',
      fr: 'Lues ligne par ligne, convenues en salle.',
      ar: 'تُقرأ سطراً سطراً ويُتفق عليها في القاعة.',
    },
    minutes: 30,
    shows: 'text',
    notes: '',
  },
]

/** Days from the beginning of the session, in hours of UTC. */
const FIRST_HOUR = 8

export function prepareSession(stage: Stage): Scene[] {
  const play = async (at: string) => {
    const meeting = (await findMeeting(stage.trx, 'demo')) ?? missing('meeting demo')
    const act = { actor: accountOf(stage, 'manager'), at, meetingId: meeting.id }
    for (const [index, { says = NOTHING, ...item }] of ITEMS.entries()) {
      const hour = `${meeting.startsOn}T${String(FIRST_HOUR).padStart(2, '0')}:00:00.000Z`
      const startsAt = index === 0 && meeting.startsOn ? hour : null
      await keepItem(stage.trx, { ...act, ...item, says, startsAt, itemId: null })
    }
    await setStage(stage.trx, { ...act, number: 1 })
  }
  return [{ day: -1, play }]
}
