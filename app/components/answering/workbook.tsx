// The workbook for colleagues: download it, bring it back, and choose question by question what is taken over.
import { isLanguage, OWN_NAMES } from '../../languages.ts'
import { idOf, namesOf, type Version } from '../questions/asked.ts'
import { Said } from '../questions/said.tsx'
import { FieldName } from '../review/field-name.tsx'
import { useWords } from '../words.tsx'
import { Wrongs } from '../wrongs.tsx'
import { Crumbs } from './crumbs.tsx'
import { Name } from './given-list.tsx'
import type { WorkbookComparison, WorkbookLine, WorkbookPage } from './workbook-page.ts'

export function WorkbookRoundTrip({ page }: { page: WorkbookPage }) {
  const { t } = useWords()
  return (
    <div className="page">
      <Wrongs wrongs={page.wrongs} />
      {page.taken !== null && (
        <p className="notice kept" role="status">
          {t('documents:workbook.taken', { count: page.taken })} <a href={page.base}>{t('answer:receipt.back')}</a>
        </p>
      )}
      <Crumbs page={page} here={t('documents:workbook.title')} />
      <div className="head">
        <h1>{t(page.comparison ? 'documents:workbook.compare' : 'documents:workbook.heading')}</h1>
        <p className="lead">{t(page.comparison ? 'documents:workbook.compare_lead' : 'documents:workbook.lead')}</p>
      </div>
      {page.comparison ? (
        <Comparison page={page} comparison={page.comparison} />
      ) : (
        <div className="pair">
          <Downloads page={page} />
          <Upload page={page} />
        </div>
      )}
    </div>
  )
}

function Downloads({ page }: { page: WorkbookPage }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="out">
      <h2 id="out">{t('documents:workbook.out')}</h2>
      <p>{t('documents:workbook.out_about')}</p>
      <ul role="list" className="stack tight">
        {page.languages.map((language) => (
          <li key={language}>
            <a href={`${page.base}/workbook.xlsx?language=${language}`} download hrefLang={language}>
              {t('documents:workbook.download')}{' '}
              <bdi lang={language}>{isLanguage(language) ? OWN_NAMES[language] : language}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <p className="meta">{t('documents:workbook.private')}</p>
    </section>
  )
}

function Upload({ page }: { page: WorkbookPage }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="back">
      <h2 id="back">{t('documents:workbook.back')}</h2>
      <p>{t('documents:workbook.back_about')}</p>
      {page.closed !== null ? (
        <p className="notice plain">{page.closed}</p>
      ) : (
        <form method="post" encType="multipart/form-data" className="stack">
          <div className="field">
            <label htmlFor="workbook">{t('documents:workbook.file')}</label>
            <p className="hint" id="workbook-hint">
              {t('documents:workbook.file_hint')}
            </p>
            <input
              type="file"
              id="workbook"
              name="workbook"
              accept=".xlsx"
              aria-describedby="workbook-hint"
              aria-invalid={page.wrongs.length > 0 ? true : undefined}
            />
          </div>
          <button type="submit" className="button" name="act" value="compare">
            {t('documents:workbook.upload')}
          </button>
        </form>
      )}
    </section>
  )
}

function Comparison({ page, comparison }: { page: WorkbookPage; comparison: WorkbookComparison }) {
  const { t } = useWords()
  const { counts, sections, missing, made } = comparison
  const plain = counts.new + counts.changed
  const isNothing = sections.length === 0
  return (
    <form method="post" className="stack airy">
      <p className="meta">{made}</p>
      <Counts counts={counts} missing={missing} />
      {isNothing ? (
        <p className="notice plain">{t('documents:workbook.nothing')}</p>
      ) : (
        <p className="meta prose">{t('documents:workbook.choose')}</p>
      )}
      <input type="hidden" name="language" value={comparison.language} />
      {sections.map((section) => (
        <section key={section.key} className="stack" aria-labelledby={`s-${section.key}`}>
          <h2 id={`s-${section.key}`}>
            <bdi>{section.letter}</bdi> <Said text={section.title} />
          </h2>
          {section.lines.map((line) => (
            <Line key={line.field.name} line={line} />
          ))}
        </section>
      ))}
      <Same fields={comparison.same} />
      <p className="row">
        {!isNothing && (
          <button type="submit" className="button" name="act" value="take">
            {t('documents:workbook.take')}
          </button>
        )}
        {plain > 0 && (
          <button type="submit" className="button second" name="act" value="take-plain">
            {t('documents:workbook.take_plain', { count: plain })}
          </button>
        )}
        <a className="button quiet" href={`${page.base}/workbook`}>
          {t('documents:workbook.leave')}
        </a>
      </p>
    </form>
  )
}

/** Nothing is to be chosen here; who wants to know may look. */
function Same({ fields }: { fields: WorkbookComparison['same'] }) {
  const { t, number } = useWords()
  if (fields.length === 0) return null
  return (
    <details className="more">
      <summary>
        {t('documents:workbook.kind.same')} <span className="num">({number(fields.length)})</span>
      </summary>
      <ul>
        {fields.map((field) => (
          <li key={field.name}>
            <FieldName field={field} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const KINDS = ['new', 'changed', 'emptied', 'conflict', 'invalid', 'locked', 'same'] as const

function Counts({ counts, missing }: Pick<WorkbookComparison, 'counts' | 'missing'>) {
  const { t, number } = useWords()
  return (
    <dl className="facts tight">
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <div key={kind}>
          <dt>{t(`documents:workbook.kind.${kind}`)}</dt>
          <dd className="num">{number(counts[kind])}</dd>
        </div>
      ))}
      {missing > 0 && (
        <div>
          <dt>{t('documents:workbook.missing')}</dt>
          <dd className="num">{number(missing)}</dd>
        </div>
      )}
    </dl>
  )
}

const MARKS = { conflict: 'back', invalid: 'back', new: 'done', changed: 'part', emptied: 'part', locked: '' } as const

function Line({ line }: { line: WorkbookLine }) {
  const { t } = useWords()
  const { field, kind, hidden, problem } = line
  const title = idOf(field.name, 'x')
  return (
    <div
      className="conflict"
      role="group"
      id={idOf(field.name)}
      aria-labelledby={title}
      aria-describedby={problem ? `${title}-why` : undefined}
    >
      <h3 className="ask sub" id={title}>
        <Name field={field} />
      </h3>
      <p>
        <span className={`state ${MARKS[kind]}`}>{t(`documents:workbook.kind.${kind}`)}</span>
      </p>
      {problem && (
        <p className="wrong-text" id={`${title}-why`}>
          {problem}
        </p>
      )}
      <div className="versions">
        <Side line={line} side="mine" version={line.mine} />
        <Side line={line} side="theirs" version={line.theirs} />
      </div>
      {line.canJoin && (
        <label className="choice">
          <input type="radio" name={namesOf(field.name).choice} value="merged" />
          <span>{t('documents:workbook.join')}</span>
        </label>
      )}
      {hidden.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may come several times, in this order
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </div>
  )
}

function Side({ line, side, version }: { line: WorkbookLine; side: 'mine' | 'theirs'; version: Version }) {
  const words = (
    <span dir="auto">
      {version.stretches.map((stretch, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
        stretch.differs ? <mark key={index}>{stretch.words}</mark> : <span key={index}>{stretch.words}</span>,
      )}
    </span>
  )
  if (line.hidden.length === 0) {
    return (
      <div className="version">
        <span className="who">{version.who}</span>
        {words}
      </div>
    )
  }
  return (
    <label className="version">
      <span className="who">
        <input type="radio" name={namesOf(line.field.name).choice} value={side} /> {version.who}
      </span>
      {words}
    </label>
  )
}
