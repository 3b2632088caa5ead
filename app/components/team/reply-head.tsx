// What stands above a submitted reply: which revision, who signed, how it may be shown, and its receipt.
import type { SubmittedReply } from '../../routes/team/reply.server.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Head } from './frame.tsx'

type HeadProps = Pick<SubmittedReply, 'country' | 'revision' | 'revisions' | 'isOfficial' | 'sections'> & {
  base: string
}

export function ReplyHead({ country, revision, revisions, isOfficial, sections, base }: HeadProps) {
  const { t } = useWords()
  const absences = revision.absences > 0 ? t('team:reply_page.absences', { count: revision.absences }) : ''
  const given = t('team:reply_page.answers', { count: revision.answers })
  return (
    <>
      <Head title={<Said text={country.label} />}>
        <p className="lead">{absences ? t('team:board.and', { first: given, second: absences }) : given}</p>
        {country.note && (
          <p className="fine">
            <Said text={country.note} />
          </p>
        )}
      </Head>
      {!isOfficial && (
        <div className="notice plain">
          <p>
            <strong>{t('team:reply_page.older')}</strong>{' '}
            <a href={`${base}/${country.code}`}>{t('team:reply_page.to_official')}</a>
          </p>
        </div>
      )}
      <Facts revision={revision} sections={sections} address={`${base}/${country.code}`} />
      {revisions.length > 1 && (
        <Revisions base={`${base}/${country.code}`} revisions={revisions} here={revision.revision} />
      )}
    </>
  )
}

function Facts({ revision, sections, address }: Pick<HeadProps, 'revision' | 'sections'> & { address: string }) {
  const { t, moment } = useWords()
  const others = Object.entries(revision.sectionLevels)
  return (
    <dl className="facts">
      <div>
        <dt>{t('team:reply_page.revision')}</dt>
        <dd>
          {t('team:reply_page.submitted', { revision: String(revision.revision), when: moment(revision.submittedAt) })}
          {revision.isLate && ` · ${t('team:reply.late')}`}
        </dd>
      </div>
      <div>
        <dt>{t('team:reply_page.signed')}</dt>
        <dd dir="auto">
          {revision.signedName}, {revision.signedFunction}
        </dd>
      </div>
      {revision.rests && (
        <div>
          <dt>{t('documents:basis.title')}</dt>
          <dd>
            {t(`documents:basis.${revision.rests.basis}`)}
            {revision.rests.isOnBehalf && <b> – {t('documents:basis.on_behalf')}</b>}
            {revision.rests.paper && (
              <>
                <br />
                <a href={`${address}/paper?revision=${revision.revision}`} download>
                  <bdi>{revision.rests.paper}</bdi>
                </a>
              </>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('team:reply_page.shown')}</dt>
        <dd>
          {t(`team:level.${revision.level}`)}
          {others.map(([key, level]) => (
            <span key={key}>
              <br />
              {sections.find((section) => section.key === key)?.letter} {t(`team:level.${level}`)}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('team:reply_page.hash')}</dt>
        <dd className="seal">{revision.hash}</dd>
      </div>
    </dl>
  )
}

function Revisions({ base, revisions, here }: { base: string; revisions: HeadProps['revisions']; here: number }) {
  const { t, short } = useWords()
  return (
    <nav aria-label={t('team:reply_page.revisions')}>
      <ul role="list" className="row">
        {revisions.map(({ revision, submittedAt, isOfficial }) => (
          <li key={revision}>
            <a
              className="tap"
              href={isOfficial ? base : `${base}?revision=${revision}`}
              aria-current={revision === here ? 'page' : undefined}
            >
              {t('team:reply.submitted', { revision: String(revision) })}
            </a>{' '}
            <span className="fine">{short(submittedAt)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
