// The story of the demonstration: which meetings and rounds there are, who replied when, and how it may be shown.
import type { Level } from '#surveys/answering/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { earlierXA, earlierXB, earlierXD, earlierXG, firstNeedsXA } from './earlier.ts'
import { followingXA, followingXD, followingXE, followingXG } from './following.ts'
import { needsXA } from './needs/xa.ts'
import { needsXB } from './needs/xb.ts'
import { needsXC } from './needs/xc.ts'
import { needsXD } from './needs/xd.ts'
import { needsXE } from './needs/xe.ts'
import { needsXF } from './needs/xf.ts'
import { needsXG } from './needs/xg.ts'
import { needsXH } from './needs/xh.ts'
import type { Answers } from './profile.ts'
import { reportXA } from './reports/xa.ts'
import { reportXB } from './reports/xb.ts'
import { reportXC } from './reports/xc.ts'
import { reportXD } from './reports/xd.ts'
import { reportXE } from './reports/xe.ts'
import { reportXF } from './reports/xf.ts'
import { reportXG } from './reports/xg.ts'
import { reportXH } from './reports/xh.ts'

/** One revision of a reply: answered between two days, then signed, or left as a draft (`signed` null). Days from seeding. */
export type StoryReply = {
  readonly round: string
  readonly country: string
  readonly answers: Answers
  readonly from: number
  readonly to: number
  readonly signed: number | null
  /** the day from which the days in its answers are counted */
  readonly asOf: number
  readonly level: Level
  readonly sectionLevels?: Readonly<Record<string, Level>>
}

const NEEDS = 'demo-regional-needs'
export const REPORT = 'demo-roadmap'
const EARLIER = 'demo-regional-needs-4'
const FOLLOWING = 'demo-regional-needs-2'

type Days = readonly [from: number, to: number, signed: number | null]

const reply = (round: string, country: string, answers: Answers, days: Days, level: Level): StoryReply => {
  const [from, to, signed] = days
  return { round, country, answers, from, to, signed, asOf: round === EARLIER ? -190 : 0, level }
}

/**
 * Four of eight replied at the session before: its figures stay provisional. Seven of eight have replied now; three of them
 * in the totals only, so that the names of the others may be shown. Hintamar's needs wait for one click. The round that
 * follows starts from these answers on the next version: four have confirmed or changed theirs.
 */
export const REPLIES: readonly StoryReply[] = [
  reply(EARLIER, 'XA', earlierXA, [-206, -204, -203], 'named'),
  reply(EARLIER, 'XB', earlierXB, [-211, -209, -208], 'named'),
  reply(EARLIER, 'XD', earlierXD, [-204, -201, -200], 'named'),
  reply(EARLIER, 'XG', earlierXG, [-199, -196, -189], 'named'),

  { ...reply(NEEDS, 'XA', firstNeedsXA, [-16, -14, -13], 'public'), sectionLevels: { foreign_fighters: 'named' } },
  { ...reply(NEEDS, 'XA', needsXA, [-4.5, -4.4, -4], 'public'), sectionLevels: { foreign_fighters: 'named' } },
  reply(NEEDS, 'XB', needsXB, [-21, -19, -18], 'aggregate_only'),
  reply(NEEDS, 'XC', needsXC, [-18, -16, -15], 'aggregate_only'),
  reply(NEEDS, 'XD', needsXD, [-14, -12, -11], 'named'),
  reply(NEEDS, 'XE', needsXE, [-25, -23, -22], 'named'),
  reply(NEEDS, 'XF', needsXF, [-12, -9, -8], 'aggregate_only'),
  reply(NEEDS, 'XG', needsXG, [-9, -7, -6], 'named'),
  reply(NEEDS, 'XH', needsXH, [-6, -0.2, null], 'named'),

  reply(FOLLOWING, 'XE', followingXE, [-3, -2.8, -2.7], 'named'),
  reply(FOLLOWING, 'XG', followingXG, [-2.6, -2.4, -2.3], 'named'),
  reply(FOLLOWING, 'XD', followingXD, [-2.2, -1.9, -1.8], 'named'),
  reply(FOLLOWING, 'XA', followingXA, [-1.7, -1.2, -1.1], 'public'),

  reply(REPORT, 'XA', reportXA, [-15, -13, -12], 'public'),
  reply(REPORT, 'XB', reportXB, [-20, -18, -17], 'named'),
  reply(REPORT, 'XC', reportXC, [-17, -15, -14], 'named'),
  reply(REPORT, 'XD', reportXD, [-11, -8, -7], 'named'),
  reply(REPORT, 'XE', reportXE, [-24, -22, -21], 'public'),
  reply(REPORT, 'XF', reportXF, [-10, -6, -5], 'named'),
  reply(REPORT, 'XG', reportXG, [-8, -4, -3], 'named'),
  reply(REPORT, 'XH', reportXH, [-5, -2, null], 'named'),
]

/** Days from seeding. A round without `opened` stays planned. */
export type StoryRound = {
  readonly slug: string
  readonly meeting: string
  readonly questionnaire: string
  readonly title: Text
  readonly created: number
  readonly opened?: number
  /** the day on whose evening it ends */
  readonly deadline: number | null
  readonly closed?: number
  /** invited only after the others, at this day */
  readonly late?: Readonly<Record<string, number>>
  readonly isDemonstration: boolean
  /** the round whose answers are offered again */
  readonly from?: string
}

const NEEDS_TITLE: Text = {
  en: 'Regional needs to be covered by the Technical Assistance Facility',
  fr: 'Besoins régionaux à couvrir par la facilité d’assistance technique',
  ar: 'الاحتياجات الإقليمية التي تغطيها آلية المساعدة الفنية',
}
const FOLLOWING_TITLE: Text = {
  en: 'Regional needs: what has changed since',
  fr: 'Besoins régionaux : ce qui a changé depuis',
  ar: 'الاحتياجات الإقليمية: ما تغيّر منذ ذلك الحين',
}
const REPORT_TITLE: Text = {
  en: 'National coordination and the judicial platform',
  fr: 'Coordination nationale et plateforme judiciaire',
  ar: 'التنسيق الوطني والمنصّة القضائية',
}
const TAF = 'taf-regional-needs@1.0.0'
const TAF_NEXT = 'taf-regional-needs@1.1.0'
const ROADMAP = 'roadmap-national-coordination@1.0.0'

export const ROUNDS: readonly StoryRound[] = [
  {
    slug: EARLIER,
    meeting: 'demo-4',
    questionnaire: TAF,
    title: invented(NEEDS_TITLE),
    created: -225,
    opened: -220,
    deadline: -190,
    closed: -185,
    isDemonstration: true,
  },
  {
    slug: NEEDS,
    meeting: 'demo',
    questionnaire: TAF,
    title: invented(NEEDS_TITLE),
    created: -33,
    opened: -30,
    deadline: 12,
    isDemonstration: true,
  },
  {
    slug: REPORT,
    meeting: 'demo',
    questionnaire: ROADMAP,
    title: invented(REPORT_TITLE),
    created: -32,
    opened: -30,
    deadline: 15,
    late: { XG: -18 },
    isDemonstration: true,
  },
  {
    slug: FOLLOWING,
    meeting: 'demo',
    questionnaire: TAF_NEXT,
    title: invented(FOLLOWING_TITLE),
    created: -3.6,
    opened: -3.4,
    deadline: 40,
    isDemonstration: true,
    from: NEEDS,
  },
  ...[
    { slug: 'regional-needs', questionnaire: TAF, title: NEEDS_TITLE },
    { slug: 'roadmap', questionnaire: ROADMAP, title: REPORT_TITLE },
  ].map((round) => ({ ...round, meeting: 'crimex-5', created: -39, deadline: null, isDemonstration: false })),
]

/** DEMO stands in the very title, so that it goes wherever the title goes. */
function invented(title: Text): Text {
  return { en: `DEMO: ${title.en}`, fr: `DÉMO : ${title.fr}`, ar: `عرض توضيحي: ${title.ar}` }
}

export type StoryMeeting = {
  readonly slug: string
  readonly roster: string
  readonly title: Text
  readonly created: number
  /** days from seeding, or null: not yet fixed */
  readonly starts: number | null
}

export const MEETINGS: readonly StoryMeeting[] = [
  {
    slug: 'demo-4',
    roster: 'demo',
    title: { en: '4th session (DEMO)', fr: '4e session (DÉMO)', ar: 'الدورة الرابعة (عرض توضيحي)' },
    created: -230,
    starts: -178,
  },
  {
    slug: 'demo',
    roster: 'demo',
    title: { en: '5th session (DEMO)', fr: '5e session (DÉMO)', ar: 'الدورة الخامسة (عرض توضيحي)' },
    created: -36,
    starts: 26,
  },
  {
    slug: 'crimex-5',
    roster: 'euromed-south',
    title: {
      en: '5th CrimEx session, Second Part',
      fr: '5e session du CrimEx, deuxième partie',
      ar: 'الدورة الخامسة لمجموعة CrimEx، الجزء الثاني',
    },
    created: -40,
    starts: null,
  },
]

/** What the team decided about the evidence for a measure: country, measure, day, and the reason where it did not accept. */
export const EVIDENCE: readonly (readonly [country: string, measure: string, day: number, notAccepted?: string])[] = [
  ['XA', 'm01', -10],
  ['XA', 'm02', -10],
  ['XA', 'm06', -9.9],
  [
    'XA',
    'm08',
    -9.9,
    'A duty roster that cannot be shown does not show that the measure is applied. A circular would.',
  ],
  ['XB', 'm01', -10.5],
  ['XB', 'm03', -10.4, 'The decision was not received by the secretariat of CrimEx; please attach it.'],
  ['XC', 'm03', -9.5],
  ['XE', 'm01', -10.8],
  ['XE', 'm02', -10.8],
  ['XE', 'm06', -10.7],
  ['XE', 'm07', -10.7],
  ['XE', 'm12', -10.6],
]
