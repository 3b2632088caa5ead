// The form that takes an XLSForm, and what was found in it.
import type { Report } from '../../../routes/team/forms/import.tsx'
import { Said } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { Field, type Sent, useControl } from '../fields.tsx'
import { LineGroups } from './lines.tsx'

export function ImportForm({ sent }: { sent: Sent }) {
  const { t } = useWords()
  const field = { sent, name: 'form', label: t('forms:import.file'), hint: t('forms:import.file_hint') }
  const { defaultValue: _, ...attributes } = useControl(field).attributes
  return (
    <form method="post" encType="multipart/form-data" className="stack airy" noValidate>
      <Field {...field}>
        <input type="file" accept=".xlsx" {...attributes} />
      </Field>
      <button type="submit" className="button">
        {t('forms:import.read')}
      </button>
    </form>
  )
}

export function ImportReport({ report }: { report: Report }) {
  const { t, list, number } = useWords()
  const { title, version, languages, counts, refusals, groups, yaml } = report
  return (
    <section className="stack" aria-labelledby="report">
      <h2 id="report">
        <Said text={title} /> <span className="num">{version}</span>
      </h2>
      {counts && (
        <dl className="facts">
          {(['sections', 'questions', 'variables', 'minutes'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`forms:import.${name}`)}</dt>
              <dd>{number(counts[name])}</dd>
            </div>
          ))}
          <div>
            <dt>{t('team:questionnaires.languages')}</dt>
            <dd>{list(languages.map((code) => (LANGUAGES.has(code) ? t(`languages.${code}`) : code)))}</dd>
          </div>
        </dl>
      )}
      {refusals.length > 0 && <Refusals refusals={refusals} />}
      <h3>{t('forms:import.differs')}</h3>
      <LineGroups groups={groups} />
      {report.document !== null && (
        <form method="post" encType="multipart/form-data" className="stack tight">
          <input type="hidden" name="document" value={report.document} />
          <div>
            <button type="submit" name="act" value="begin" className="button">
              {t('forms:import.begin')}
            </button>
          </div>
          <p className="hint">{t('forms:import.begin_about')}</p>
        </form>
      )}
      <p>
        <a className="button second" href={`data:application/yaml;base64,${yaml.content}`} download={yaml.name}>
          {t('forms:import.yaml')}
        </a>
      </p>
      <p className="hint">{t('forms:import.yaml_about')}</p>
    </section>
  )
}

/** Those that the interface can name. */
const LANGUAGES: ReadonlySet<string> = new Set(['en', 'fr', 'ar'])

function Refusals({ refusals }: { refusals: readonly string[] }) {
  const { t } = useWords()
  return (
    <div className="notice attend">
      <h3>{t('forms:import.refused')}</h3>
      <ul>
        {refusals.map((refusal) => (
          <li key={refusal}>
            <bdi>{refusal}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
