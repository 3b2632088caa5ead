// Answers of before, each with where it comes from, and three words to choose from: still valid, changed, no longer applies.
import { idOf } from '../questions/asked.ts'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import type { ConfirmPage, Offer, OfferGroup } from './confirm-page.ts'
import { Crumbs } from './crumbs.tsx'
import { GivenAnswer } from './given-answer.tsx'
import { GivenList, Name } from './given-list.tsx'

export function Confirm({ page, isRefused }: { page: ConfirmPage; isRefused: boolean }) {
  const { t } = useWords()
  const section = page.sections.find(({ key }) => key === page.current)
  return (
    <div className="page">
      <Crumbs page={page} here={t('versions:confirm.title')} />
      <div className="head">
        <h1>
          {page.open === 0 ? t('versions:confirm.finding_done') : t('versions:confirm.finding', { count: page.open })}
        </h1>
        <p className="lead">{t('versions:confirm.lead')}</p>
        <p className="meta">{t('versions:confirm.decided', { count: page.decided })}</p>
        {page.closed && <p className="notice plain">{page.closed}</p>}
        {isRefused && (
          <p className="notice attend" role="alert">
            {t('versions:confirm.refused')}
          </p>
        )}
      </div>
      <Sections page={page} />
      {section && page.groups.length > 0 && (
        <form method="post" className="stack airy" aria-labelledby="offers">
          <h2 id="offers">
            <bdi>{section.letter}</bdi> <Said text={section.title} />
          </h2>
          {page.closed === null && <AllOf page={page} />}
          {page.groups.map((group) => (
            <Group key={group.key ?? ''} group={group} isClosed={page.closed !== null} />
          ))}
        </form>
      )}
      {page.groups.length === 0 && (
        <p>
          <a className="button" href={page.open === 0 ? `${page.base}/check` : page.base}>
            {t(page.open === 0 ? 'versions:confirm.to_check' : 'versions:confirm.to_round')}
          </a>
        </p>
      )}
      {page.aside.length > 0 && (
        <section className="stack" aria-labelledby="aside">
          <h2 id="aside">{t('versions:confirm.aside')}</h2>
          <p className="meta">{t('versions:confirm.aside_about')}</p>
          <GivenList rows={page.aside} prefix="aside-" />
        </section>
      )}
    </div>
  )
}

function Sections({ page }: { page: ConfirmPage }) {
  const { t } = useWords()
  return (
    <nav aria-label={t('versions:confirm.sections')}>
      <ul role="list" className="row">
        {page.sections
          .filter(({ open, key }) => open > 0 || key === page.current)
          .map(({ key, letter, title, open }) => (
            <li key={key}>
              <a href={`${page.base}/confirm?section=${key}`} aria-current={key === page.current ? 'page' : undefined}>
                <bdi>{letter}</bdi> <Said text={title} />
              </a>{' '}
              <span className="meta num">{open}</span>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function AllOf({ page }: { page: ConfirmPage }) {
  const { t } = useWords()
  const count = page.groups.flatMap(({ offers }) => offers).filter(({ isOffered }) => isOffered).length
  if (count < 2) return null
  return (
    <p className="row">
      <button type="submit" className="button second" name="act" value={`section:${page.current}`}>
        {t('versions:confirm.all', { count })}
      </button>
      <span className="meta">{t('versions:confirm.all_about')}</span>
    </p>
  )
}

function Group({ group: { key, title, offers }, isClosed }: { group: OfferGroup; isClosed: boolean }) {
  const { t } = useWords()
  const count = offers.filter(({ isOffered }) => isOffered).length
  return (
    <div className="stack">
      {title && (
        <div className="spread">
          <h3>
            <Said text={title} />
          </h3>
          {!isClosed && count > 1 && (
            <button type="submit" className="button second small" name="act" value={`item:${key}`}>
              {t('versions:confirm.all', { count })}
              <span className="hidden">
                {' '}
                <Said text={title} />
              </span>
            </button>
          )}
        </div>
      )}
      <dl className="given">
        {offers.map((offer) => (
          <OfferRow key={offer.field.name} offer={offer} isClosed={isClosed} />
        ))}
      </dl>
    </div>
  )
}

function OfferRow({ offer, isClosed }: { offer: Offer; isClosed: boolean }) {
  const { t } = useWords()
  const { field, then, given, isOffered, origin, comparability, reasons } = offer
  return (
    <div id={idOf(field.name)}>
      <dt>
        <Name field={field} />
      </dt>
      <dd>
        <GivenAnswer field={then} cell={given} />
        {given.comment && (
          <p className="meta" dir="auto">
            {t('answer:check.comment', { comment: given.comment })}
          </p>
        )}
        <p className="meta">{origin}</p>
        {comparability !== 'same' && (
          <p className="meta">
            {t(`versions:confirm.change.${isOffered ? comparability : 'unfit'}`)}{' '}
            {reasons.map((reason) => (
              <Said key={JSON.stringify(reason)} text={reason} />
            ))}
          </p>
        )}
      </dd>
      {!isClosed && <Acts offer={offer} />}
    </div>
  )
}

function Acts({ offer: { field, isOffered, href } }: { offer: Offer }) {
  const { t } = useWords()
  const name = (
    <span className="hidden">
      {' '}
      <Name field={field} />
    </span>
  )
  return (
    <dd className="act row">
      {isOffered && (
        <button type="submit" className="button second small" name="act" value={`valid:${field.name}`}>
          {t('versions:confirm.valid')}
          {name}
        </button>
      )}
      <a href={href}>
        {t('versions:confirm.changed')}
        {name}
      </a>
      <button type="submit" className="button quiet small" name="act" value={`gone:${field.name}`}>
        {t('versions:confirm.gone')}
        {name}
      </button>
    </dd>
  )
}
