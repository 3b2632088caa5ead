// The door of the demonstration: everybody who can be played, each one click away. It exists on this machine only.
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, open } from '../../access.server.ts'
import { useWords } from '../../components/words.tsx'
import { languageCookie } from '../../languages.ts'
import { safeReturnTo } from '../../return-to.ts'
import { callerOf } from './caller.server.ts'
import { isPlayer, listPlayers, listStarts, type Player, type Players, type Start } from './demo-people.server.ts'

export const loader = open(async ({ house, db, language, t, url }) => {
  if (!house.isDemonstration) throw notFound()
  const returnTo = safeReturnTo(url.searchParams.get('returnTo'), house.config.origin)
  const [groups, starts] = [await listPlayers(db, language, t), await listStarts(db, t)]
  return { title: t('demo:title'), groups, starts, returnTo }
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
  const { groups, starts, returnTo } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{t('demo:title')}</h1>
        <p className="lead">{t('demo:lead')}</p>
      </div>
      <form method="post" className="stack airy">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Starts starts={starts} />
        <h2>{t('demo:everybody')}</h2>
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

/** What there is to see, in the order in which it is best seen. */
function Starts({ starts }: { starts: readonly Start[] }) {
  const { t } = useWords()
  return (
    <section className="stack tight">
      <h2>{t('demo:start')}</h2>
      <ol role="list" className="tasks">
        {starts.map(({ part, ...player }) => (
          <li key={part}>
            <b>{t(`demo:start_${part}`)}</b>
            <span className="meta">{t(`demo:start_${part}_hint`, player)}</span>
            <Enter {...player} className="button small" />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Group({ title, people }: Players) {
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      <ul role="list" className="tasks">
        {people.map(({ id, name, role }) => (
          <li key={id}>
            <b>
              <bdi>{name}</bdi>
            </b>
            <span className="meta">{role}</span>
            <Enter id={id} name={name} role={role} className="button second small" />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Enter({ id, name, role, className }: Player & { className: string }) {
  const { t } = useWords()
  return (
    <span className="acts">
      <button
        type="submit"
        className={className}
        name="account"
        value={id}
        aria-label={t('demo:enter_as', { name, role })}
      >
        {t('demo:enter')}
      </button>
    </span>
  )
}
