// The receipt: what was received, with its seal; printed, it says the same.
import { isLanguage, OWN_NAMES } from '../../languages.ts'
import { Said, tongueOf, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { AfterReceipt } from './after-receipt.tsx'
import { Crumbs } from './crumbs.tsx'
import type { ReceiptPage } from './receipt-page.ts'

export function Receipt({ page }: { page: ReceiptPage }) {
  const { t } = useWords()
  const say = useSaying()
  const { revision } = page
  const place = { country: say(page.country).words, round: say(page.round).words }
  return (
    <div className="page">
      <Crumbs page={page} here={t('answer:home.receipt', { revision })} />
      <div className="columns">
        <div className="stack loose">
          <div className="receipt stack">
            <p className="over">{t('answer:receipt.over')}</p>
            <h1>{t('answer:receipt.title', { ...place, revision })}</h1>
            <p>{t(page.isOfficial ? 'answer:receipt.lead_official' : 'answer:receipt.lead_replaced')}</p>
            <Facts page={page} />
            <p className="row">
              <a className="button second small" href={`${page.base}/receipt/${revision}/document`} download>
                {t('answer:receipt.document')}
              </a>
              <a className="button second small" href={`${page.base}/receipt/${revision}/reading-copy`}>
                {t('documents:copy.title')}
              </a>
              <a className="button quiet small" href="/verify">
                {t('answer:receipt.verify')}
              </a>
            </p>
            <p className="meta">{t('answer:receipt.verify_hint')}</p>
            <p className="meta screen-only">{t('answer:receipt.print')}</p>
          </div>
          <div className="stack loose screen-only">
            <AfterReceipt page={page} />
          </div>
        </div>
        <aside className="stack meta screen-only">
          <p>
            <a href={page.base}>{t('answer:receipt.back')}</a>
          </p>
          <p>
            <a href={`${page.base}/record`}>{t('answer:home.record')}</a>
          </p>
        </aside>
      </div>
    </div>
  )
}

function Facts({ page }: { page: ReceiptPage }) {
  const { t } = useWords()
  const { answers, absences } = page
  return (
    <dl className="facts tight">
      <Fact name={t('answer:receipt.received')}>
        {page.received}
        {page.isLate && <b> – {t('answer:receipt.late')}</b>}
      </Fact>
      <Fact name={t('answer:receipt.signed_by')}>{page.signed}</Fact>
      {page.signature && <Basis page={page} signature={page.signature} />}
      <Fact name={t('answer:receipt.submitted_by')}>
        <bdi>{page.by}</bdi>
      </Fact>
      <Fact name={t('answer:receipt.answers')}>{t('answer:receipt.counts', { answers, absences })}</Fact>
      <Fact name={t('answer:receipt.shown')}>
        <Shown page={page} />
      </Fact>
      <Fact name={t('answer:receipt.version')}>
        <Said text={page.questionnaire.title} /> · <bdi>{page.questionnaire.version}</bdi>
      </Fact>
      <Fact name={t('answer:receipt.seal')}>
        <Seal hash={page.hash} />
      </Fact>
      <Fact name={t('answer:receipt.structure')}>
        <Seal hash={page.structureHash} />
      </Fact>
      {Object.entries(page.textHashes).map(([language, hash]) => (
        <Fact
          key={language}
          name={t('answer:receipt.texts', { language: isLanguage(language) ? OWN_NAMES[language] : language })}
        >
          <Seal hash={hash} />
        </Fact>
      ))}
      <Fact name={t('answer:receipt.trail')}>
        <Seal hash={page.auditHead} />
      </Fact>
    </dl>
  )
}

type BasisProps = { page: ReceiptPage; signature: NonNullable<ReceiptPage['signature']> }

/** On what the signature rests, and the sentence that was confirmed with it. */
function Basis({ page, signature }: BasisProps) {
  const { t, language } = useWords()
  const { basis, attestation, paper, isOnBehalf } = signature
  return (
    <>
      <Fact name={t('documents:basis.title')}>
        {t(`documents:basis.${basis}`)}
        {isOnBehalf && <b> – {t('documents:basis.on_behalf')}</b>}
        {paper && (
          <>
            <br />
            <a href={`${page.base}/receipt/${page.revision}/paper`} download>
              <bdi>{paper}</bdi>
            </a>
          </>
        )}
      </Fact>
      <Fact name={t('documents:basis.confirmed')}>
        <span {...tongueOf(attestation.language, language)}>{attestation.words}</span>
      </Fact>
    </>
  )
}

function Shown({ page }: { page: ReceiptPage }) {
  const { t } = useWords()
  const say = useSaying()
  const differing = page.sections.filter(({ key }) => page.sectionLevels[key] !== undefined)
  return (
    <>
      {t(`answer:level.${page.level}`)}
      {differing.map(({ key, letter, title }) => (
        <span key={key}>
          <br />
          {t('answer:receipt.shown_section', {
            section: `${letter} ${say(title).words}`,
            level: t(`answer:level.${page.sectionLevels[key]}`),
          })}
        </span>
      ))}
    </>
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

/** In groups of four, as people compare it; spaces do not matter when it is verified. */
export function Seal({ hash }: { hash: string }) {
  return <span className="seal">{hash.match(/.{1,4}/g)?.join(' ')}</span>
}
