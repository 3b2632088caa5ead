// The head of every page about a draft: what it is, where it stands, and the ways between its pages.
import type { Text } from '#surveys/definition/model.ts'
import { Said } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { Crumbs, Head } from '../frame.tsx'

export type DraftFacts = {
  readonly path: string
  readonly title: Text
  readonly version: string
  readonly state: string
  readonly proposedBy: string | null
}
/** By what stands behind the draft's own address. */
const PAGES = { edit: '', preview: '/preview', publish: '/publish' } as const

export function DraftHead({ draft, here }: { draft: DraftFacts; here: keyof typeof PAGES }) {
  const { t } = useWords()
  const { version, proposedBy } = draft
  return (
    <>
      <Crumbs
        steps={[
          { href: '/team/questionnaires', words: t('team:questionnaires.title') },
          { href: '/team/questionnaires/drafts', words: t('drafts:list.title') },
        ]}
        here={t(`drafts:${here}.title`)}
      />
      <Head over={t('drafts:over', { version })} title={<Said text={draft.title} />}>
        {draft.state !== 'open' && (
          <p className="notice plain">{t(`drafts:closed.${draft.state}`, { name: proposedBy ?? '' })}</p>
        )}
        <nav aria-label={t('drafts:pages')}>
          <ul role="list" className="row">
            {Object.entries(PAGES).map(([key, behind]) => (
              <li key={key}>
                <a href={draft.path + behind} aria-current={key === here ? 'page' : undefined}>
                  {t(`drafts:${key}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </Head>
    </>
  )
}

/** Nothing of a draft that is given up is lost, but nobody finds it on a page any more. */
export function GiveUp() {
  const { t } = useWords()
  return (
    <details className="more">
      <summary>{t('drafts:give_up.title')}</summary>
      <form method="post" className="stack">
        <p className="meta">{t('drafts:give_up.means')}</p>
        <button type="submit" name="act" value="discard" className="button second small">
          {t('drafts:give_up.act')}
        </button>
      </form>
    </details>
  )
}
