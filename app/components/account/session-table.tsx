// Where one is signed in, each line with its end: beside the device, so that a telephone shows it without scrolling.
import { Scroll } from '../team/scroll.tsx'
import { useWords } from '../words.tsx'
import { deviceOf } from './device.ts'

export type OwnSession = {
  readonly id: string
  readonly isThis: boolean
  readonly factor: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

export function SessionTable({ sessions }: { sessions: readonly OwnSession[] }) {
  const { t } = useWords()
  return (
    <Scroll label={t('profile:sessions.title')}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            {['where', 'act', 'since', 'seen', 'with'].map((key) => (
              <th key={key} scope="col">
                {t(`profile:sessions.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} session={session} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Row({ session }: { session: OwnSession }) {
  const { t, short } = useWords()
  const device = deviceOf(session.userAgent)
  const name = device ? t('profile:sessions.on', device) : t('profile:sessions.unknown_device')
  return (
    <tr>
      <th scope="row">
        {name}
        {session.ipAddress && (
          <span className="fine">
            {' '}
            <bdi>{session.ipAddress}</bdi>
          </span>
        )}
      </th>
      <td>{session.isThis ? t('profile:sessions.this_one') : <End id={session.id} name={name} />}</td>
      <td>{short(session.createdAt)}</td>
      <td>{short(session.lastSeenAt)}</td>
      <td>{t(`profile:with.${session.factor}`)}</td>
    </tr>
  )
}

function End({ id, name }: { id: string; name: string }) {
  const { t } = useWords()
  return (
    <form method="post">
      <input type="hidden" name="session" value={id} />
      <button
        type="submit"
        name="act"
        value="end"
        className="button second small"
        aria-label={t('profile:sessions.end_named', { device: name })}
      >
        {t('profile:sessions.end')}
      </button>
    </form>
  )
}
