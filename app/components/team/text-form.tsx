// The texts of one part, a row for each, the languages side by side; and the revisions that there have been.
import type { Text } from '#surveys/definition/model.ts'
import type { PlacedText } from '#surveys/definition/revising.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { AreaField, idOfField, type Sent } from './fields.tsx'
import { Scroll } from './scroll.tsx'

type Part = { readonly key: string; readonly title: Text | null }

export function Parts({ parts, current }: { parts: readonly Part[]; current: string }) {
  const { t } = useWords()
  const saying = useSaying()
  return (
    <form method="get" className="row">
      <label htmlFor="part">{t('versions:texts.part')}</label>
      <select id="part" name="part" defaultValue={current}>
        {parts.map(({ key, title }) => (
          <option key={key} value={key}>
            {title ? saying(title).words : key.replace('/', ': ')}
          </option>
        ))}
      </select>
      <button type="submit" className="button second small">
        {t('versions:texts.show')}
      </button>
    </form>
  )
}

type FormProps = {
  readonly part: string
  readonly texts: readonly PlacedText[]
  readonly languages: readonly string[]
  readonly base: number
  readonly sent: Sent
}

export function TextForm({ part, texts, languages, base, sent }: FormProps) {
  const { t } = useWords()
  return (
    <form method="post" action={`?part=${encodeURIComponent(part)}`} className="stack airy" noValidate>
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="base" value={base} />
      <div className="stack loose">
        {texts.map((placed) => (
          <TextRow key={placed.place} placed={placed} part={part} languages={languages} sent={sent} />
        ))}
      </div>
      <AreaField sent={sent} name="why" label={t('team:why')} hint={t('versions:texts.why_hint')} />
      <button type="submit" className="button">
        {t('versions:texts.keep')}
      </button>
    </form>
  )
}

type RowProps = Pick<FormProps, 'part' | 'languages' | 'sent'> & { readonly placed: PlacedText }

function TextRow({ placed: { place, text }, part, languages, sent }: RowProps) {
  const { t } = useWords()
  const name = place.slice(part.length + 1) || place
  return (
    <fieldset>
      <legend>
        <bdi dir="ltr">
          <code>{name.replaceAll('/', ' / ')}</code>
        </bdi>
      </legend>
      <div className="tongues">
        {languages.map((language) => {
          const field = `${place}.${language}`
          const id = idOfField(field)
          const problem = sent?.problems.find((one) => one.field === field)
          return (
            <div key={language}>
              <label htmlFor={id}>{t(`languages.${language}`)}</label>
              <textarea
                id={id}
                name={field}
                className="low"
                lang={language}
                dir={language === 'ar' ? 'rtl' : 'ltr'}
                defaultValue={sent?.values[field] ?? text[language] ?? ''}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? `${id}-wrong` : undefined}
              />
              {problem && (
                <p className="wrong-text" id={`${id}-wrong`}>
                  {t(`team:problem.${problem.code}`, problem.values)}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

type Revision = { readonly revision: number; readonly at: string; readonly by: string; readonly why: string }

export function Revisions({ revisions }: { revisions: readonly Revision[] }) {
  const { t, number, moment } = useWords()
  return (
    <section className="stack" aria-labelledby="revisions">
      <h2 id="revisions">{t('versions:texts.revisions')}</h2>
      {revisions.length === 0 && <p className="meta">{t('versions:texts.none')}</p>}
      {revisions.length > 0 && (
        <Scroll label={t('versions:texts.revisions')}>
          <table className="roomy">
            <thead>
              <tr>
                <th scope="col" className="n">
                  {t('versions:texts.revision')}
                </th>
                <th scope="col">{t('versions:texts.when')}</th>
                <th scope="col">{t('versions:texts.who')}</th>
                <th scope="col">{t('versions:compare.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {revisions.map(({ revision, at, by, why }) => (
                <tr key={revision}>
                  <th scope="row" className="n">
                    {number(revision)}
                  </th>
                  <td>{moment(at)}</td>
                  <td>
                    <bdi>{by}</bdi>
                  </td>
                  <td dir="auto">{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}
