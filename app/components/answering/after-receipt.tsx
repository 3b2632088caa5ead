// What can be done after the seal: change how the reply may be shown, open the next revision.
import { useWords } from '../words.tsx'
import { BySection, LevelChoice } from './disclosure.tsx'
import type { ReceiptPage } from './receipt-page.ts'

export function AfterReceipt({ page }: { page: ReceiptPage }) {
  return (
    <>
      {page.canLower && <Lower page={page} />}
      {page.next !== null && <Next page={page} next={page.next} />}
      {page.closed !== null && <AskToReopen page={page} closed={page.closed} />}
    </>
  )
}

function AskToReopen({ page, closed }: { page: ReceiptPage; closed: string }) {
  const { t } = useWords()
  return (
    <p className="notice plain">
      {closed} <a href={`${page.base}/clarifications`}>{t('review:mine.ask_reopen')}</a>
    </p>
  )
}

function Lower({ page }: { page: ReceiptPage }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="show" className="stack">
      <h2 id="show">{t('answer:receipt.lower_title')}</h2>
      {page.hasChanged && (
        <p className="notice kept" role="status">
          {t('answer:receipt.changed')}
        </p>
      )}
      <p className="meta prose">{t(page.canRaise ? 'answer:receipt.lower_hint' : 'desk:appear.lower_only')}</p>
      <p>
        <a href={`${page.base}/appear`}>{t('desk:appear.to')}</a>
      </p>
      <form method="post" action={`${page.base}/receipt/${page.revision}`} className="stack">
        <LevelChoice
          country={page.country}
          chosen={page.level}
          problem={null}
          most={page.canRaise ? undefined : page.level}
        />
        <BySection sections={page.sections} chosen={page.sectionLevels} most={page.canRaise ? undefined : page.level} />
        <button type="submit" className="button second" name="act" value="disclose">
          {t('answer:receipt.lower_save')}
        </button>
      </form>
    </section>
  )
}

function Next({ page, next }: { page: ReceiptPage; next: number }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="next" className="stack">
      <h2 id="next">{t('answer:receipt.next', { next })}</h2>
      <p className="meta prose">{t('answer:receipt.next_hint', { next, revision: page.revision })}</p>
      <form method="post" action={`${page.base}/receipt/${page.revision}`}>
        <button type="submit" className="button second" name="act" value="reopen">
          {t('answer:receipt.next', { next })}
        </button>
      </form>
    </section>
  )
}
