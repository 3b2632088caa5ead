// The structure of a draft beside its form: sections with what they ask, lists, checks, analysis; each a way to its element.
import type { DraftOutline, OutlineLine } from '../../../routes/team/drafts/outline.ts'
import { Said } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { type Sent, TextField } from '../fields.tsx'

type Props = { readonly outline: DraftOutline; readonly current: string; readonly isOpen: boolean; readonly sent: Sent }

export function Structure({ outline, current, isOpen, sent }: Props) {
  const { t } = useWords()
  return (
    <nav className="structure stack" aria-labelledby="structure">
      <h2 id="structure">{t('drafts:structure.title')}</h2>
      <ol role="list">
        <Line line={outline.head} current={current} words={t('drafts:structure.head')} />
        {outline.sections.map((line) => (
          <Branch key={line.address} line={line} current={current} />
        ))}
      </ol>
      {isOpen && <NewSection sent={sent} />}
      <Folded title={t('drafts:structure.lists')} lines={outline.lists} current={current} />
      <Folded title={t('drafts:structure.checks')} lines={outline.checks} current={current} />
      <Folded title={t('drafts:structure.analysis')} lines={outline.analysis} current={current} isAnalysis />
    </nav>
  )
}

const holds = (line: OutlineLine, address: string): boolean =>
  line.address === address || line.inside.some((one) => holds(one, address))
const wrongIn = (line: OutlineLine): number => line.problems + line.inside.reduce((sum, one) => sum + wrongIn(one), 0)

/** A section or a group: open where the current element lies in it. */
function Branch({ line, current }: { line: OutlineLine; current: string }) {
  const { t } = useWords()
  if (line.inside.length === 0) return <Line line={line} current={current} />
  return (
    <li>
      <details open={holds(line, current)}>
        <summary>
          <span className="no">{line.number}</span> {line.title && <Said text={line.title} />}{' '}
          <Mark count={wrongIn(line)} />
        </summary>
        <ol role="list">
          <Line line={{ ...line, inside: [] }} current={current} words={t('drafts:structure.itself')} />
          {line.inside.map((one) => (
            <Branch key={one.address} line={one} current={current} />
          ))}
        </ol>
      </details>
    </li>
  )
}

function Line({ line, current, words }: { line: OutlineLine; current: string; words?: string }) {
  return (
    <li>
      <a href={`?at=${encodeURIComponent(line.address)}`} aria-current={line.address === current ? 'page' : undefined}>
        {words ?? (
          <>
            <span className="no">{line.number}</span> {line.title ? <Said text={line.title} /> : <bdi>{line.key}</bdi>}
          </>
        )}{' '}
        <Mark count={line.problems} />
      </a>
    </li>
  )
}

function Mark({ count }: { count: number }) {
  const { t } = useWords()
  if (count === 0) return null
  return <small className="wrong-mark">{t('drafts:structure.problems', { count })}</small>
}

type FoldedProps = { title: string; lines: readonly OutlineLine[]; current: string; isAnalysis?: boolean }

function Folded({ title, lines, current, isAnalysis = false }: FoldedProps) {
  const { t, number } = useWords()
  if (lines.length === 0) return null
  const count = lines.reduce((sum, line) => sum + line.problems, 0)
  return (
    <details open={lines.some((line) => holds(line, current))}>
      <summary>
        {title} ({number(lines.length)}) <Mark count={count} />
      </summary>
      <ol role="list">
        {lines.map((line) => (
          <Line
            key={line.address}
            line={line}
            current={current}
            words={isAnalysis ? t(`drafts:analysis_part.${line.key}`) : undefined}
          />
        ))}
      </ol>
    </details>
  )
}

function NewSection({ sent }: { sent: Sent }) {
  const { t } = useWords()
  return (
    <details className="more" open={sent?.values.act === 'add_section'}>
      <summary>{t('drafts:add.section')}</summary>
      <form method="post" className="stack" noValidate>
        <TextField sent={sent} name="section_title" label={t('drafts:add.title')} />
        <TextField
          sent={sent}
          name="section_key"
          label={t('drafts:add.key')}
          hint={t('drafts:add.key_hint')}
          size="mid"
        />
        <button type="submit" name="act" value="add_section" className="button second small">
          {t('drafts:add.section')}
        </button>
      </form>
    </details>
  )
}
