// Every page of the house, as somebody who may see it, and the pages that a refused form shows. The walk looks at each.
import type { Page } from 'playwright-core'

export type PageToSee = {
  /** key of a demonstration person, or `anonymous` */
  readonly person: string
  /** the route, as in the floor plan; several pages may show one route */
  readonly route: string
  /** its address; `{account of-XB}` stands for an id */
  readonly path: string
  readonly status: number
  /** sends what is to be refused; the page that comes back is looked at */
  readonly refuse?: (page: Page) => Promise<unknown>
  readonly title: string
}

/** Reached on the way of a journey only, and looked at there. */
export const ON_THE_WAY: readonly string[] = ['/sign-in/code', '/hall/:code']

const NEEDS = 'demo-regional-needs'
const REPORT = 'demo-roadmap'
const BEFORE = 'demo-regional-needs-4'
const PLANNED = 'regional-needs'
const DIGITAL = 'needs.digital_evidence.priority'

/** A page whose parameters are filled in. */
function see(person: string, route: string, values: Readonly<Record<string, string>> = {}): PageToSee {
  const path = route.replace(/:(\w+)\??/g, (_, name) => values[name] ?? '').replace(/\/$/, '')
  return { person, route, path, status: 200, title: `${path} for ${person}` }
}

/** The same page after its form was refused: nothing is lost, and what is wrong stands on top. */
function refused(page: PageToSee, refuse: NonNullable<PageToSee['refuse']>): PageToSee {
  return { ...page, refuse, status: 400, title: `${page.title}, refused` }
}

/** Sends the form as it is. */
const sendEmpty = (page: Page) => page.locator('main form[method=post] button[type=submit].button').last().click()

const OPEN = [
  '/help',
  '/accessibility',
  '/privacy',
  '/who-sees-what',
  '/verify',
  '/demo',
  '/sign-in',
  '/sign-in/lost',
  '/sign-in/again',
  '/sign-out',
]
const EVERYBODY = [
  ...OPEN.map((route) => see('anonymous', route)),
  see('anonymous', '/sign-in/lost/:reset', { reset: 'no-such-letter' }),
  see('anonymous', '/invitation/:invitation?', { invitation: 'no-such-invitation' }),
  refused(see('anonymous', '/sign-in'), (page) =>
    page.locator('main form[action="/sign-in"] button.button').first().click(),
  ),
  refused(see('anonymous', '/verify'), sendEmpty),
  refused(see('anonymous', '/invitation/:invitation?', { invitation: 'no-such-invitation' }), sendEmpty),
  { ...see('anonymous', '/*'), path: '/no/such/page', status: 404, title: 'a page that is not there' },
  { ...see('head.xa', '/*'), path: '/team', status: 404, title: 'a page that is not theirs' },
]

const SECTIONS = [
  [NEEDS, 'delegation', 'legal_framework', 'channels', 'foreign_fighters', 'formalisation', 'liaison_unit', 'means'],
  [NEEDS, 'present_capacity', 'taf_needs', 'support_and_offers', 'closing'],
  [
    REPORT,
    'reporting',
    'national_platform',
    'maastricht_measures',
    'overall_assessment',
    'judicial_platform',
    'plenary_and_closing',
  ],
].flatMap(([round = '', ...sections]) => sections.map((section) => ({ round, section })))

/** XA has submitted and reads; XH answers. */
const ANSWERING = [
  see('head.xa', '/answer'),
  see('focal.xa', '/answer/people'),
  refused(see('focal.xa', '/answer/people/invite'), sendEmpty),
  see('focal.xa', '/answer/people/invite'),
  see('focal.xa', '/answer/people/handover'),
  see('head.xh', '/answer/people/handover'),
  refused(see('focal.xa', '/answer/people/handover'), sendEmpty),
  see('head.xa', '/answer/:round', { round: NEEDS }),
  see('head.xa', '/answer/:round/check', { round: NEEDS }),
  see('head.xa', '/answer/:round/clarifications', { round: NEEDS }),
  see('focal.xa', '/answer/:round/work', { round: NEEDS }),
  refused(see('focal.xa', '/answer/:round/work', { round: NEEDS }), sendEmpty),
  see('head.xh', '/answer/:round/workbook', { round: NEEDS }),
  refused(see('focal.xh', '/answer/:round/workbook', { round: NEEDS }), sendEmpty),
  see('head.xh', '/answer/:round/reading-copy', { round: NEEDS }),
  see('head.xa', '/answer/:round/receipt/:revision/reading-copy', { round: NEEDS, revision: '2' }),
  see('head.xa', '/answer/:round/record', { round: NEEDS }),
  see('head.xh', '/answer/:round/changes', { round: NEEDS }),
  see('head.xh', '/answer/:round/discussion/:field', { round: NEEDS, field: DIGITAL }),
  refused(see('head.xh', '/answer/:round/discussion/:field', { round: NEEDS, field: 'lead_institution' }), sendEmpty),
  see('head.xh', '/answer/:round/history/:field', { round: NEEDS, field: DIGITAL }),
  see('focal.xh', '/answer/:round/contributions/:field', { round: NEEDS, field: DIGITAL }),
  see('focal.xh', '/answer/:round/:section/contributions', { round: NEEDS, section: 'taf_needs' }),
  see('contributor.xh', '/answer/:round/:section/contribution', { round: NEEDS, section: 'taf_needs' }),
  see('contributor.xh', '/answer/:round/:section', { round: NEEDS, section: 'closing' }),
  see('head.xb', '/answer/:round/confirm', { round: 'demo-regional-needs-2' }),
  see('head.xa', '/answer/:round/receipt/:revision', { round: NEEDS, revision: '2' }),
  see('head.xa', '/answer/:round/:section', { round: NEEDS, section: 'taf_needs' }),
  see('head.xh', '/answer'),
  see('head.xh', '/answer/:round', { round: NEEDS }),
  see('head.xh', '/answer/:round/check', { round: NEEDS }),
  see('head.xh', '/answer/:round/check/files', { round: NEEDS }),
  ...SECTIONS.map((values) => see('head.xh', '/answer/:round/:section', values)),
  see('head.xh', '/answer/:round/:section/files', { round: NEEDS, section: 'closing' }),
  refused(see('head.xh', '/answer/:round/check', { round: REPORT }), (page) =>
    page.locator('button[value=submit]').click(),
  ),
  refused(see('focal.xh', '/answer/:round/:section', { round: NEEDS, section: 'means' }), async (page) => {
    await page.locator('main input[inputmode]').first().fill('a dozen')
    await page.locator('.keepbar button[value=save]').click()
  }),
]

const ACCOUNT = ['', '/password', '/second-factor', '/passkeys', '/recovery-codes', '/sessions'].map((page) =>
  see('contributor.xa', `/account${page}`),
)

const DRAFT = '/team/questionnaires/drafts/:draft'
const OF_DEMO = { draft: '{draft of-demo}' }
const ASK = '/team/rounds/:round/:country/clarifications/:field'
/** Opens the reply without saying why. */
const reopenInWords = async (page: Page) => {
  for (const folded of await page.locator('main details').all())
    await folded.evaluate((one) => one.setAttribute('open', ''))
  await page.locator('button[value=reopen_for]').click()
}

const TEAM = [
  see('manager', '/team'),
  see('manager', '/team/meetings'),
  refused(see('manager', '/team/meetings'), sendEmpty),
  see('manager', '/team/meetings/:meeting', { meeting: 'demo' }),
  see('manager', '/team/meetings/:meeting/snapshots', { meeting: 'demo' }),
  refused(see('manager', '/team/meetings/:meeting/snapshots', { meeting: 'crimex-5' }), sendEmpty),
  see('manager', '/team/meetings/:meeting/snapshots/:number', { meeting: 'demo', number: '1' }),
  see('officer', '/team/meetings/:meeting/snapshots/:number', { meeting: 'demo', number: '2' }),
  see('manager', '/team/questionnaires'),
  see('officer', '/team/questionnaires/drafts'),
  refused(see('officer', '/team/questionnaires/drafts'), sendEmpty),
  see('officer', DRAFT, OF_DEMO),
  see('officer', `${DRAFT}/preview`, OF_DEMO),
  see('officer', `${DRAFT}/logic`, OF_DEMO),
  see('translator', '/team/questionnaires/drafts'),
  see('translator', `${DRAFT}/texts`, OF_DEMO),
  see('officer', `${DRAFT}/publish`, OF_DEMO),
  { ...see('manager', DRAFT, OF_DEMO), path: `${see('manager', DRAFT, OF_DEMO).path}?at=list:implementation_status` },
  see('manager', '/team/questionnaires/:slug/compare', { slug: 'taf-regional-needs' }),
  see('officer', '/team/questionnaires/import'),
  refused(see('officer', '/team/questionnaires/import'), sendEmpty),
  see('officer', '/team/questionnaires/:slug/:version', { slug: 'taf-regional-needs', version: '1.0.0' }),
  see('officer', '/team/questionnaires/:slug/:version/texts', { slug: 'taf-regional-needs', version: '1.0.0' }),
  see('manager', '/team/rounds/new'),
  refused(see('manager', '/team/rounds/new'), sendEmpty),
  see('manager', '/team/rounds/:round', { round: NEEDS }),
  see('manager', '/team/rounds/:round', { round: PLANNED }),
  see('manager', '/team/rounds/:round/settings', { round: NEEDS }),
  see('officer', '/team/rounds/:round/reminders', { round: NEEDS }),
  see('manager', '/team/rounds/:round/:country', { round: REPORT, country: 'XA' }),
  see('manager', '/team/rounds/:round/:country/on-behalf', { round: NEEDS, country: 'XH' }),
  refused(see('manager', '/team/rounds/:round/:country/on-behalf', { round: NEEDS, country: 'XH' }), sendEmpty),
  see('officer', '/team/rounds/:round/:country', { round: NEEDS, country: 'XC' }),
  see('officer', '/team/rounds/:round/:country/clarifications', { round: NEEDS, country: 'XC' }),
  refused(
    see('officer', '/team/rounds/:round/:country/clarifications', { round: NEEDS, country: 'XD' }),
    reopenInWords,
  ),
  see('officer', ASK, { round: NEEDS, country: 'XC', field: 'needs.digital_evidence.priority' }),
  refused(see('officer', ASK, { round: NEEDS, country: 'XC', field: 'lead_institution' }), sendEmpty),
  see('manager', '/team/people'),
  see('manager', '/team/people/invite'),
  refused(see('manager', '/team/people/invite'), sendEmpty),
  see('manager', '/team/people/:account', { account: '{account of-XB}' }),
  see('manager', '/team/outbox'),
  see('manager', '/team/audit'),
  see('manager', '/team/system'),
  see('officer', '/team'),
]

const QUESTIONS = [
  'lead_institution',
  'consulted_institutions',
  'channel_usage.frequency',
  'needs.priority',
  'capacity.current',
]
const RESULTS = [
  ...[NEEDS, PLANNED].map((round) => see('officer', '/results/:round', { round })),
  ...[NEEDS, BEFORE, PLANNED].map((round) => see('officer', '/results/:round/needs', { round })),
  see('officer', '/results/:round/measures', { round: REPORT }),
  see('officer', '/results/:round/steps', { round: REPORT }),
  see('officer', '/results/:round/questions', { round: NEEDS }),
  ...QUESTIONS.map((question) => see('officer', '/results/:round/questions/:question', { round: NEEDS, question })),
  see('officer', '/results/:round/trends', { round: 'demo-regional-needs-2' }),
  see('officer', '/results/:round/trends', { round: BEFORE }),
  see('officer', '/results/:round/exports', { round: NEEDS }),
  see('officer', '/results/:round/codebook', { round: REPORT }),
  see('observer', '/results'),
  see('head.xa', '/results/:round', { round: NEEDS }),
  see('observer', '/results/:round/needs', { round: NEEDS }),
  ...['gaps', 'assistance', 'partners', 'completeness', 'changes'].map((page) =>
    see('presenter', `/results/:round/${page}`, { round: NEEDS }),
  ),
  see('officer', '/results/:round/completeness', { round: NEEDS }),
  see('officer', '/results/:round/changes', { round: NEEDS }),
  see('observer', '/results/:round/measures', { round: REPORT }),
  see('observer', '/results/:round/steps', { round: REPORT }),
  see('observer', '/results/:round/exports', { round: NEEDS }),
  see('presenter', '/results/:round/countries/:country', { round: REPORT, country: 'XA' }),
  see('rapporteur', '/results/:round/answers/:country/:field', { round: NEEDS, country: 'XA', field: DIGITAL }),
]

const SESSION = [
  see('observer', '/plenary'),
  see('head.xa', '/plenary/:meeting', { meeting: 'demo' }),
  see('presenter', '/plenary/:meeting', { meeting: 'demo' }),
  see('presenter', '/plenary/:meeting/present', { meeting: 'demo' }),
  see('manager', '/plenary/:meeting/present', { meeting: 'crimex-5' }),
  see('manager', '/team/meetings/:meeting/agenda', { meeting: 'demo' }),
  refused(see('manager', '/team/meetings/:meeting/agenda', { meeting: 'crimex-5' }), sendEmpty),
  see('observer', '/plenary/:meeting/needs', { meeting: 'demo' }),
  { ...see('rapporteur', '/plenary/:meeting/needs', { meeting: 'demo' }), path: '/plenary/demo/needs?area=training' },
  see('observer', '/plenary/:meeting/conclusions', { meeting: 'demo' }),
  refused(see('rapporteur', '/plenary/:meeting/conclusions', { meeting: 'demo' }), sendEmpty),
  see('head.xa', '/plenary/:meeting/conclusions/:number', { meeting: 'demo', number: '1' }),
  see('rapporteur', '/plenary/:meeting/conclusions/:number', { meeting: 'demo', number: '1' }),
  see('observer', '/plenary/:meeting/requests', { meeting: 'demo' }),
  see('manager', '/plenary/:meeting/requests/:number', { meeting: 'demo', number: '1' }),
  {
    ...see('officer', '/team/meetings/:meeting/requests/new', { meeting: 'demo' }),
    path: '/team/meetings/demo/requests/new?area=digital_evidence',
  },
  refused(see('officer', '/team/meetings/:meeting/requests/:number', { meeting: 'demo', number: '1' }), sendEmpty),
  see('head.xa', '/answer/:round/delivered', { round: 'demo-regional-needs-2' }),
  see('observer', '/plenary/:meeting/tour', { meeting: 'demo' }),
  refused(see('rapporteur', '/plenary/:meeting/tour', { meeting: 'demo' }), sendEmpty),
  see('observer', '/plenary/:meeting/documents', { meeting: 'demo' }),
  ...['conclusions', 'figures', 'roadmap', 'request-1', 'sheet-XA', 'report-XA'].map((document) =>
    see('head.xb', '/plenary/:meeting/documents/:document', { meeting: 'demo', document }),
  ),
  see('head.xa', '/hall/:code/vote', { code: '{code of-demo}' }),
  see('anonymous', '/hall'),
  refused(see('anonymous', '/hall'), sendEmpty),
]

export const PAGES: readonly PageToSee[] = [...EVERYBODY, ...ANSWERING, ...ACCOUNT, ...TEAM, ...RESULTS, ...SESSION]
