// One's own account: name, language, digits and time zone, one's roles, and the ways to what concerns signing in.
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeProfile } from '#db/profiles.ts'
import { actIn } from '#db/sessions.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { audit, badRequest, signedIn } from '../../access.server.ts'
import { AccountPage } from '../../components/account/account-page.tsx'
import { OwnKeys } from '../../components/account/own-keys.tsx'
import { OwnRoles } from '../../components/account/own-roles.tsx'
import { ProfileForm } from '../../components/account/profile-form.tsx'
import { PROGRAMME_ZONE } from '../../components/speaker.ts'
import { useWords } from '../../components/words.tsx'
import { languageCookie, noLanguageCookie } from '../../languages.ts'
import { done, doneWord } from '../team/answers.ts'
import { placeNames, toPlace } from '../team/places.server.ts'
import { ZONES } from '../team/zones.ts'
import type { KnownVisit } from './confirming.server.ts'
import { ownKeys } from './own-keys.server.ts'
import { readProfile } from './profile-form.server.ts'

export const loader = signedIn(async (visit) => {
  const { t, url, account } = visit
  const { name, email, language, digits, timeZone } = account
  const isListed = timeZone === null || ZONES.some((zone) => zone === timeZone)
  return {
    title: t('profile:title'),
    profile: { name, email, language, digits, timeZone },
    zones: isListed ? [...ZONES] : [timeZone, ...ZONES],
    roles: await ownRoles(visit),
    keys: await ownKeys(visit),
    done: doneWord(url, ['saved', 'role']),
  }
})

export const action = signedIn((visit) => {
  switch (visit.form.get('act')) {
    case 'save':
      return save(visit)
    case 'role':
      return actInRole(visit)
    default:
      throw badRequest()
  }
})

async function save(visit: KnownVisit) {
  const { profile, problems, typed } = readProfile(visit.form, visit.account.timeZone)
  if (!profile) return data({ problems, typed }, 400)
  await changeProfile(visit.db, { ...audit(visit), accountId: visit.account.id, profile })
  const { config } = visit.house
  const answer = done('/account', 'saved')
  answer.headers.append(
    'set-cookie',
    profile.language ? languageCookie(profile.language, config) : noLanguageCookie(config),
  )
  return answer
}

async function actInRole(visit: KnownVisit) {
  const { db, form, account } = visit
  const { session, memberships } = visit.signedIn
  const chosen = memberships.find(({ id }) => id === form.get('membership'))
  if (!chosen) throw badRequest()
  await actIn(db, { ...audit(visit), id: session.id, accountId: account.id, membershipId: chosen.id })
  return done('/account', 'role')
}

async function ownRoles({ db, signedIn, language, t }: KnownVisit) {
  const names = await placeNames(db)
  return signedIn.memberships.map((held) => {
    const place = toPlace(held, names)
    const said = [place.country, place.meeting].flatMap((text) =>
      text ? [inLanguage(text, language, 'en').words] : [],
    )
    const spoken = [t(`role.${held.role}`), ...said].join(', ')
    return { id: held.id, isCurrent: held.id === signedIn.membership?.id, place, spoken }
  })
}

export default function Profile() {
  const { profile, zones, roles, keys, ...page } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <AccountPage title={page.title} lead={t('profile:lead')} done={page.done} problems={sent?.problems} isTop>
      <div className="columns even">
        <section className="stack" aria-labelledby="you">
          <h2 id="you">{t('profile:you.heading')}</h2>
          <ProfileForm
            profile={profile}
            zones={zones}
            programmeZone={PROGRAMME_ZONE}
            typed={sent?.typed}
            problems={sent?.problems}
          />
        </section>
        <div className="stack loose">
          <OwnKeys {...keys} />
          <OwnRoles roles={roles} />
          <p>
            <a href="/account/personal-data.json">{t('profile:own_data')}</a>
          </p>
        </div>
      </div>
    </AccountPage>
  )
}
