// What the page of a snapshot shows: its facts and its hash, the replies in it, and who could be worked out.
import type { Mode } from '#surveys/analysis/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { times } from '../charts/times.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

type About = {
  readonly kind: string
  readonly hash: string
  readonly takenAt: string
  readonly takenBy: string
  readonly mode: Mode | null
  readonly why: string | null
  readonly proposedAt: string | null
  readonly proposedBy: string | null
  readonly releasedAt: string | null
  readonly releasedBy: string | null
}

type FactsProps = { snapshot: About; timeZone: string; altered: readonly string[] }

export function SnapshotFacts({ snapshot, timeZone, altered }: FactsProps) {
  const { t, inZone, zone } = useWords()
  const at = (moment: string, by: string | null) =>
    t('session:snapshot.at_by', { at: inZone(timeZone).moment(moment), zone: zone(timeZone), by: by ?? '' })
  const { mode, why, proposedAt, releasedAt } = snapshot
  return (
    <dl className="facts">
      <Fact name={t('session:snapshot.kind')}>{t(`session:kind.${snapshot.kind}`)}</Fact>
      <Fact name={t('session:snapshot.taken')}>{at(snapshot.takenAt, snapshot.takenBy)}</Fact>
      <Fact name={t('session:snapshot.hash')}>
        <bdi dir="ltr">
          <code>{snapshot.hash}</code>
        </bdi>
        <br />
        {altered.length === 0
          ? t('session:snapshot.intact')
          : t('session:snapshot.altered', { rounds: altered.join(', ') })}
      </Fact>
      {proposedAt && <Fact name={t('session:snapshot.proposed')}>{at(proposedAt, snapshot.proposedBy)}</Fact>}
      {mode && <Fact name={t('session:release.mode')}>{t(`session:mode.${mode}`)}</Fact>}
      {why && (
        <Fact name={t('team:why')}>
          <span dir="auto">{why}</span>
        </Fact>
      )}
      {releasedAt && <Fact name={t('session:snapshot.released')}>{at(releasedAt, snapshot.releasedBy)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type Round = {
  readonly slug: string
  readonly title: Text
  readonly replies: readonly { readonly country: string; readonly revision: number }[]
}
type RoundsProps = { rounds: readonly Round[]; labels: Readonly<Record<string, Text>>; number: number }

export function RoundsOfSnapshot({ rounds, labels, number }: RoundsProps) {
  const { t, list } = useWords()
  const saying = useSaying()
  const reply = ({ country, revision }: Round['replies'][number]) =>
    t('session:snapshot.reply', { country: saying(labels[country] ?? {}).words || country, revision })
  return (
    <section className="stack" aria-labelledby="rounds">
      <h2 id="rounds">{t('session:snapshot.holds')}</h2>
      <ul role="list" className="tasks">
        {rounds.map((round) => (
          <li key={round.slug}>
            <span>
              <b>
                <Said text={round.title} />
              </b>
              <br />
              <span className="meta">{list(round.replies.map(reply))}</span>
            </span>
            <span className="row">
              <a href={`/results/${round.slug}?snapshot=${number}`}>{t('session:snapshot.as_team')}</a>
              <a href={`/results/${round.slug}?snapshot=${number}&reader=shared`}>{t('session:snapshot.as_others')}</a>
              <a href={`/results/${round.slug}/changes?snapshot=${number}`}>{t('session:changes.title')}</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Exposed = {
  readonly round: Text
  readonly section: Text
  readonly countries: readonly Text[]
  readonly how: 'remainder' | 'difference'
  readonly against: number
}

/** By mode of release, each section with the delegations whose answers could be worked out. */
export function Exposure({ mode, exposed }: { mode: Mode; exposed: readonly Exposed[] }) {
  const { t, list } = useWords()
  const saying = useSaying()
  return (
    <div className="notice attend">
      <p>
        <strong>{t(`session:mode.${mode}`)}</strong>
      </p>
      {exposed.length === 0 && <p>{t('session:release.nobody')}</p>}
      <ul>
        {times(exposed.length, (place) => {
          const one = exposed[place]
          if (!one) return null
          const said = {
            countries: list(one.countries.map((label) => saying(label).words)),
            section: saying(one.section).words,
            round: saying(one.round).words,
            number: one.against,
          }
          return <li key={place}>{t(`session:release.exposed_${one.how}`, said)}</li>
        })}
      </ul>
    </div>
  )
}
