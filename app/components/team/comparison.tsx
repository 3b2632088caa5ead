// One part of a comparison: each element that differs, by its facts and by its declaration, texts in every language.

import type { ReactNode } from 'react'
import { differences } from '#surveys/answering/differences.ts'
import type { Fact } from '#surveys/definition/comparison/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { LANGUAGES } from '../../languages.ts'
import type { ShownComparison, ShownEntry } from '../../routes/team/questionnaire-compare.server.ts'
import { Said, tongueOf } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Scroll } from './scroll.tsx'

type PartProps = {
  readonly part: ShownComparison['parts'][number]
  readonly from: string
  readonly to: string
  /** what stands below an element: the form of its declaration */
  readonly below?: (entry: ShownEntry) => ReactNode
}

export function ComparedPart({ part, from, to, below }: PartProps) {
  const { t } = useWords()
  const id = `part-${part.section ?? 'all'}`
  const name = part.section === null ? t('versions:compare.whole') : t('versions:compare.checks')
  return (
    <section className="stack airy" aria-labelledby={id}>
      <h2 id={id}>{part.title ? <Said text={part.title} /> : name}</h2>
      {part.entries.map((entry) => (
        <ComparedEntry key={`${entry.kind} ${entry.key}`} entry={entry} from={from} to={to}>
          {below?.(entry)}
        </ComparedEntry>
      ))}
    </section>
  )
}

type EntryProps = { entry: ShownEntry; from: string; to: string; children: ReactNode }

function ComparedEntry({ entry, from, to, children }: EntryProps) {
  const { t } = useWords()
  const title = entry.is ?? entry.was
  return (
    <article className="stack">
      <h3>
        <small className="fine">{t(`versions:kind.${entry.kind}`)}</small>{' '}
        <bdi dir="ltr">
          <code>{entry.key}</code>
        </bdi>
      </h3>
      {title && Object.keys(title).length > 0 && (
        <p>
          <Said text={title} />
        </p>
      )}
      <Judgement entry={entry} />
      {entry.facts.length > 0 && <Facts entry={entry} from={from} to={to} />}
      {children}
    </article>
  )
}

/** What the machine finds, what the author says, and what follows for the answers. */
function Judgement({ entry: { kind, machine, declared, line } }: { entry: ShownEntry }) {
  const { t } = useWords()
  const isAsked = kind === 'question' || kind === 'group'
  const reasons = line && line.steps.length > 0 ? line.steps : declared ? [{ version: '', ...declared }] : []
  return (
    <dl className="facts tight">
      <div>
        <dt>{t('versions:compare.machine_says')}</dt>
        <dd>{t(`versions:machine.${machine}`)}</dd>
      </div>
      {isAsked && (
        <div>
          <dt>{t('versions:compare.author_says')}</dt>
          <dd>{declared ? t(`versions:change.${declared.change}`) : t('versions:compare.undeclared')}</dd>
        </div>
      )}
      {line && (
        <div>
          <dt>{t('versions:compare.answers')}</dt>
          <dd>{t(`versions:comparability.${line.comparability}`)}</dd>
        </div>
      )}
      {reasons.map(({ version, reason }) =>
        reason ? (
          <div key={version}>
            <dt>
              {t('versions:compare.reason')} {version && <span className="num">{version}</span>}
            </dt>
            <dd>
              <Said text={reason} />
            </dd>
          </div>
        ) : null,
      )}
      {declared?.maps && (
        <div>
          <dt>{t('versions:compare.maps')}</dt>
          <dd>
            <bdi dir="ltr">
              {Object.entries(declared.maps)
                .map(([was, is]) => (was === is ? was : `${was} → ${is}`))
                .join(', ')}
            </bdi>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Facts({ entry, from, to }: { entry: ShownEntry; from: string; to: string }) {
  const { t } = useWords()
  const name = t('versions:compare.facts_of', { key: entry.key })
  return (
    <Scroll label={name}>
      <table className="roomy">
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('versions:compare.element')}</th>
            <th scope="col">{t('versions:compare.was', { version: from })}</th>
            <th scope="col">{t('versions:compare.is', { version: to })}</th>
          </tr>
        </thead>
        <tbody>
          {entry.facts.flatMap((fact) =>
            linesOf(fact).map((line) => <FactRow key={JSON.stringify([fact, line])} fact={fact} line={line} />),
          )}
        </tbody>
      </table>
    </Scroll>
  )
}

type Line = { readonly language: string | null; readonly was: string | null; readonly is: string | null }

/** A fact about texts has a line per language in which something differs; any other has one. */
function linesOf(fact: Fact): Line[] {
  switch (fact.what) {
    case 'text':
    case 'option_text':
      return textLines(fact.was, fact.is)
    case 'option_added':
      return textLines(null, fact.option.label)
    case 'option_removed':
      return textLines(fact.option.label, null)
    case 'option_order':
      return [{ language: null, was: fact.was.join(', '), is: fact.is.join(', ') }]
    default:
      return [{ language: null, was: written(fact.was), is: written(fact.is) }]
  }
}

const written = (value: string | number | null) => (value === null ? null : String(value))

function textLines(was: Text | null, is: Text | null): Line[] {
  const said = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])
  const languages = [...new Set<string>([...LANGUAGES, ...said])].filter((language) => said.has(language))
  return languages
    .map((language) => ({ language, was: was?.[language] ?? null, is: is?.[language] ?? null }))
    .filter((line) => line.was !== line.is)
}

function FactRow({ fact, line }: { fact: Fact; line: Line }) {
  const { t, language: page } = useWords()
  const tongue = line.language ? tongueOf(line.language, page) : ({ dir: 'ltr' } as const)
  const { first, second } = differences(line.was ?? '', line.is ?? '')
  return (
    <tr>
      <th scope="row">
        {useFactName(fact)}
        {line.language && (
          <>
            <br />
            <small className="fine">{t(`languages.${line.language}`)}</small>
          </>
        )}
      </th>
      <td {...tongue}>{line.was === null ? <Absent /> : <Runs runs={first} />}</td>
      <td {...tongue}>{line.is === null ? <Absent /> : <Runs runs={second} />}</td>
    </tr>
  )
}

function useFactName(fact: Fact): string {
  const { t } = useWords()
  const part = (name: string) => t(`versions:part.${name}`, { defaultValue: name })
  switch (fact.what) {
    case 'text':
    case 'setting':
      return part(fact.part)
    case 'option_text':
      return t('versions:fact.option_text', { part: part(fact.part), option: fact.option })
    case 'option_value':
      return t('versions:fact.option_value', { option: fact.option })
    case 'option_added':
    case 'option_removed':
      return `${t(`versions:fact.${fact.what}`)}: ${fact.option.key}`
    default:
      return t(`versions:fact.${fact.what}`)
  }
}

function Absent() {
  const { t, language, dir } = useWords()
  return (
    <span className="fine" lang={language} dir={dir}>
      {t('versions:compare.absent')}
    </span>
  )
}

function Runs({ runs }: { runs: ReturnType<typeof differences>['first'] }) {
  return runs.map(({ text, isDifferent }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name than their place
    isDifferent ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  )
}

/** What did not change, by key, for those who want to be sure. */
export function SameList({ keys }: { keys: readonly string[] }) {
  const { t } = useWords()
  if (keys.length === 0) return null
  return (
    <details className="more">
      <summary>
        {t('versions:compare.same_list')} ({keys.length})
      </summary>
      <p className="meta">
        <bdi dir="ltr">{keys.join(', ')}</bdi>
      </p>
    </details>
  )
}
