// The door of the demonstration: everybody who can be played, each one click away. It exists on this machine only.
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, open } from '../../access.server.ts'
import { useWords } from '../../components/words.tsx'
import { languageCookie } from '../../languages.ts'
import { safeReturnTo } from '../../return-to.ts'
import { callerOf } from './caller.server.ts'
import { isPlayer, listPlayers, type Players } from './demo-people.server.ts'

export const loader = open(async ({ house, db, language, t, url }) => {
  if (!house.isDemonstration) throw notFound()
  const returnTo = safeReturnTo(url.searchParams.get('returnTo'), house.config.origin)
  return { title: t('demo:title'), groups: await listPlayers(db, language, t), returnTo }
})

export const action = open(async (visit) => {
  const { house, form, db } = visit
  const accountId = String(form.get('account'))
  if (!house.isDemonstration || !(await isPlayer(db, accountId))) throw notFound()
  const headers = await house.auth.openDemonstration(callerOf(visit), accountId)
  if (!headers) throw notFound()
  // Who looks around goes on in their own language, not in that of the person whose place they take.
  headers.append('Set-Cookie', languageCookie(visit.language, house.config))
  return redirect(safeReturnTo(form.get('returnTo'), house.config.origin), { status: 303, headers })
})

export default function Demo() {
  const { groups, returnTo } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{t('demo:title')}</h1>
        <p className="lead">{t('demo:lead')}</p>
      </div>
      <form method="post" className="stack airy">
        <input type="hidden" name="returnTo" value={returnTo} />
        <div className="pair">
          {groups.map((group) => (
            <Group key={group.title} {...group} />
          ))}
        </div>
      </form>
      <p className="meta prose">{t('demo:reset')}</p>
    </div>
  )
}

function Group({ title, people }: Players) {
  const { t } = useWords()
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      <ul role="list" className="tasks">
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className="meta">{role}</span>
            <span className="acts">
              <button
                type="submit"
                className="button second small"
                name="account"
                value={id}
                aria-label={t('demo:enter_as', { name, role })}
              >
                {t('demo:enter')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
