// The translation workbench: how far each language is, which part is shown, each text beside its source, files to and fro.
import type { GlossaryHint } from '#surveys/authoring/glossary.ts'
import { TRANSLATION_STATES, type TranslatedText, type TranslationState } from '#surveys/authoring/translating.ts'
import type { Text } from '#surveys/definition/model.ts'
import { tongueOf, useSaying } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { idOfField, type Sent, Wrong } from '../fields.tsx'
import { Scroll } from '../scroll.tsx'
import type { DraftFacts } from './head.tsx'

type Language = {
  readonly language: string
  readonly counts: Readonly<Record<TranslationState, number>>
  readonly count: number
}

export function Progress({ languages, language }: { languages: readonly Language[]; language: string }) {
  const { t, number } = useWords()
  return (
    <Scroll label={t('drafts:texts.progress')}>
      <table className="roomy">
        <caption>{t('drafts:texts.progress')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('versions:compare.language')}</th>
            {TRANSLATION_STATES.map((state) => (
              <th key={state} scope="col" className="n">
                {t(`drafts:translation.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {languages.map((row) => (
            <tr key={row.language}>
              <th scope="row">
                <a href={`?language=${row.language}`} aria-current={row.language === language ? 'true' : undefined}>
                  {t(`languages.${row.language}`)}
                </a>
              </th>
              {TRANSLATION_STATES.map((state) => (
                <td key={state} className="n">
                  {row.counts[state] > 0 ? (
                    <a href={`?language=${row.language}&state=${state}`}>{number(row.counts[state])}</a>
                  ) : (
                    number(0)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type ChooserProps = {
  readonly language: string
  readonly part: string
  readonly state: TranslationState | null
  readonly parts: readonly { readonly key: string; readonly title: Text | null; readonly left: number }[]
}

export function Chooser({ language, part, state, parts }: ChooserProps) {
  const { t } = useWords()
  const saying = useSaying()
  const nameOf = (key: string, title: Text | null) => {
    const [kind = '', name = ''] = key.split(':')
    return title ? saying(title).words : `${t(`drafts:texts_of.${kind}`)} ${name}`.trim()
  }
  return (
    <form method="get" className="row">
      <input type="hidden" name="language" value={language} />
      <label htmlFor="part">{t('versions:texts.part')}</label>
      <select id="part" name="part" defaultValue={part}>
        {parts.map(({ key, title, left }) => (
          <option key={key} value={key}>
            {left > 0 ? t('drafts:texts.left', { part: nameOf(key, title), count: left }) : nameOf(key, title)}
          </option>
        ))}
      </select>
      <label htmlFor="state">{t('drafts:texts.state')}</label>
      <select id="state" name="state" defaultValue={state ?? ''}>
        <option value="">{t('drafts:texts.all')}</option>
        {TRANSLATION_STATES.map((one) => (
          <option key={one} value={one}>
            {t(`drafts:translation.${one}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="button second small">
        {t('versions:texts.show')}
      </button>
    </form>
  )
}

type Shown = TranslatedText & { readonly hints: readonly GlossaryHint[] }
type BenchProps = {
  readonly draft: DraftFacts
  readonly source: string
  readonly language: string
  readonly part: string
  readonly texts: readonly Shown[]
  readonly sent: Sent
}

export function Workbench({ draft, texts, ...props }: BenchProps) {
  const { t } = useWords()
  if (texts.length === 0) return <p className="meta">{t('drafts:texts.none')}</p>
  const query = new URLSearchParams({ language: props.language, part: props.part })
  return (
    <form method="post" action={`?${query}`} className="stack airy" noValidate>
      <input type="hidden" name="part" value={props.part} />
      <fieldset disabled={draft.state !== 'open'} className="stack airy">
        <legend className="hidden">{t('drafts:texts.title')}</legend>
        {texts.map((text) => (
          <Row key={text.place} text={text} {...props} />
        ))}
        {draft.state === 'open' && (
          <button type="submit" name="act" value="keep" className="button">
            {t('drafts:texts.keep')}
          </button>
        )}
      </fieldset>
    </form>
  )
}

function Row({ text, source, language, sent }: Omit<BenchProps, 'draft' | 'texts'> & { text: Shown }) {
  const { t, language: page } = useWords()
  const { place, state, hints } = text
  const name = `words:${place}`
  const id = idOfField(name)
  const isWrong = sent?.problems.some(({ field }) => field === name)
  const isTicked = sent?.values[name] !== undefined ? sent.values[`checked:${place}`] === 'yes' : state === 'checked'
  return (
    <fieldset className="stack tight">
      <legend>
        <bdi dir="ltr">
          <code>{place}</code>
        </bdi>{' '}
        <span className={`state ${MARKS[state]}`}>{t(`drafts:translation.${state}`)}</span>
      </legend>
      <div className="pair">
        <div>
          <p className="over">{t(`languages.${source}`)}</p>
          <p className="written" {...tongueOf(source, page)}>
            {text.source}
          </p>
          {hints.length > 0 && (
            <p className="fine">
              {t('drafts:texts.glossary')}{' '}
              {hints.map(({ term, translation }) => (
                <span key={term}>
                  <bdi>{term}</bdi>: <bdi lang={language}>{translation}</bdi>;{' '}
                </span>
              ))}
            </p>
          )}
        </div>
        <div>
          <label htmlFor={id}>{t(`languages.${language}`)}</label>
          <textarea
            id={id}
            name={name}
            className="low"
            lang={language}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            defaultValue={sent?.values[name] ?? text.target}
            aria-invalid={isWrong ? true : undefined}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
          />
          <Wrong sent={sent} name={name} label={place} />
          {isWrong && <p dir="auto">{text.target}</p>}
          <label className="choice">
            <input type="checkbox" name={`checked:${place}`} value="yes" defaultChecked={isTicked} />
            <span>
              {t('drafts:texts.checked')} <span className="hidden">{place}</span>
            </span>
          </label>
          <input type="hidden" name={`basis:${place}`} value={text.sourceHash} />
          <input type="hidden" name={`before:${place}`} value={text.targetHash} />
        </div>
      </div>
    </fieldset>
  )
}

const MARKS: Readonly<Record<TranslationState, string>> = {
  missing: 'none',
  outdated: 'back',
  to_check: 'part',
  checked: 'done',
}

/** To translators and back again: what is not filled in takes nothing away. */
export function Exchange({ draft, language, sent }: { draft: DraftFacts; language: string; sent: Sent }) {
  const { t } = useWords()
  const name = t(`languages.${language}`)
  return (
    <section className="stack" aria-labelledby="exchange">
      <h2 id="exchange">{t('drafts:exchange.title')}</h2>
      <p className="row">
        <a href={`${draft.path}/texts.xlsx?language=${language}`}>{t('drafts:exchange.xlsx', { language: name })}</a>
        <a href={`${draft.path}/texts.xlf?language=${language}`}>{t('drafts:exchange.xliff', { language: name })}</a>
      </p>
      {draft.state === 'open' && (
        <form method="post" action={`?language=${language}`} encType="multipart/form-data" className="stack" noValidate>
          <div className="field">
            <label htmlFor="file">{t('drafts:exchange.file')}</label>
            <p className="hint" id="file-hint">
              {t('drafts:exchange.hint')}
            </p>
            <input type="file" id="file" name="file" accept=".xlsx,.xlf,.xliff" aria-describedby="file-hint" />
            <Wrong sent={sent} name="file" label="file" />
          </div>
          <button type="submit" name="act" value="take" className="button second">
            {t('drafts:exchange.take')}
          </button>
        </form>
      )}
    </section>
  )
}
