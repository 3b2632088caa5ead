// What the frame knows about who looks at it.
import { findMeetingById } from '#db/meetings.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { SessionLeft } from '../components/session-end.tsx'
import type { Role } from '../house.ts'
import { LANGUAGES, type Language } from '../languages.ts'
import type { Messages } from '../translate.ts'
import type { Visit } from './visit.ts'

/** Who looks, in which language, as whom; with the words that a page with scripts needs. */
export async function viewerOf(visit: Visit) {
  const { house, account, membership, language, url } = visit
  return {
    language,
    digits: account?.digits ?? 'latn',
    timeZone: account?.timeZone ?? null,
    person: account && personOf(account.name, visit),
    role: membership?.role ?? null,
    place: membership && (await placeOf(visit)),
    notice: house.storage.closed ? visit.t('system:read_only.banner') : null,
    banners: house.isDemonstration ? bannersOf(visit) : null,
    session: sessionOf(visit),
    messages: messagesFor(visit, url.pathname, language),
  }
}

/** How long the session still lasts; in milliseconds, because the clocks of browsers are wrong. */
function sessionOf({ signedIn, now }: Visit): SessionLeft | null {
  if (!signedIn) return null
  const { endsAt, lastsUntil } = signedIn.session
  return { left: endsAt.getTime() - now.getTime(), most: lastsUntil.getTime() - now.getTime() }
}

/** The name, and as what one acts here: a person may have several roles. */
function personOf(name: string, { membership, t }: Visit): string {
  return membership ? t('person', { name, of: t(`role.${membership.role}`) }) : name
}

/** Results run React in the browser, so their words travel; respondents' pages never need them. */
function messagesFor({ house }: Visit, path: string, language: Language): Messages | null {
  return path.startsWith('/results/') ? house.words.messages(language, ['common', 'results']) : null
}

function bannersOf({ house }: Visit): Readonly<Record<Language, string>> {
  const said = LANGUAGES.map((language) => [language, house.words.t(language)('demo_banner')])
  return Object.fromEntries(said)
}

/** The membership acted in: the delegation or the body, and its meeting. */
async function placeOf({ db, membership, language, t }: Visit): Promise<{ title: string; under: string } | null> {
  if (!membership) return null
  const meeting = membership.meetingId ? await findMeetingById(db, membership.meetingId) : undefined
  const source = meeting?.roster.languages[0] ?? 'en'
  const under = meeting ? inLanguage(meeting.title, language, source).words : t('place.installation')
  if (!membership.country) return { title: t(`place.${bodyOf(membership.role)}`), under }
  const listed = meeting?.roster.countries.find(({ code }) => code === membership.country)
  const country = listed ? inLanguage(listed.label, language, source).words : membership.country
  return { title: t('place.delegation', { country }), under }
}

function bodyOf(role: Role): 'team' | 'presidium' | 'observer' {
  if (role === 'presenter' || role === 'rapporteur') return 'presidium'
  return role === 'observer' ? 'observer' : 'team'
}
