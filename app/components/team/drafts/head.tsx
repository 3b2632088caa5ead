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
const PAGES = { edit: '', preview: '/preview', logic: '/logic', texts: '/texts', publish: '/publish' } as const

type HeadProps = {
  readonly draft: DraftFacts
  readonly here: keyof typeof PAGES
  /** sees the texts only */
  readonly isTranslator?: boolean
}

export function DraftHead({ draft, here, isTranslator = false }: HeadProps) {
  const { t } = useWords()
  const { version, proposedBy } = draft
  const drafts = { href: '/team/questionnaires/drafts', words: t('drafts:list.title') }
  const pages = Object.entries(PAGES).filter(([key]) => !isTranslator || key === here)
  return (
    <>
      <Crumbs
        steps={
          isTranslator ? [drafts] : [{ href: '/team/questionnaires', words: t('team:questionnaires.title') }, drafts]
        }
        here={t(`drafts:${here}.title`)}
      />
      <Head over={t('drafts:over', { version })} title={<Said text={draft.title} />}>
        {draft.state !== 'open' && (
          <p className="notice plain">{t(`drafts:closed.${draft.state}`, { name: proposedBy ?? '' })}</p>
        )}
        <nav aria-label={t('drafts:pages')} hidden={isTranslator}>
          <ul role="list" className="row">
            {pages.map(([key, behind]) => (
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
