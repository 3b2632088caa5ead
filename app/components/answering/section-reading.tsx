// A section where nothing can be changed: the answers to read, and the way to the next section.
import type { Asked } from '../questions/asked.ts'
import type { Block } from '../questions/group.ts'
import { InsideLinks } from '../questions/inside.tsx'
import { useWords } from '../words.tsx'
import { Crumbs } from './crumbs.tsx'
import { GivenList } from './given-list.tsx'
import { LanguageForm } from './language-form.tsx'
import { Outline } from './outline.tsx'
import { SectionHead } from './section-head.tsx'
import type { SectionPage } from './section-page.ts'

export function SectionReading({ page }: { page: SectionPage }) {
  const { t } = useWords()
  const { previous, next, base } = page
  const asked = page.blocks.flatMap(askedOf).filter(({ applies }) => applies)
  return (
    <div className="page">
      <LanguageForm address={`${base}/${page.section.key}`} />
      <Crumbs page={page} here={t('answer:section.crumb', { letter: page.section.letter })} />
      <div className="answer">
        <Outline outline={page.outline} base={base} current={page.section.key} />
        <div className="stack airy">
          <SectionHead page={page} />
          {page.unkept.length > 0 && (
            <section className="notice attend" aria-labelledby="unkept">
              <h2 id="unkept">{t('answer:saved.unkept')}</h2>
              <GivenList rows={page.unkept} prefix="unkept" />
            </section>
          )}
          <GivenList
            rows={asked.map(({ field, cell, problem }) => ({ field, cell, problem, change: null }))}
            after={(field) => <Inside asked={asked.find((one) => one.field === field)} />}
          />
          <p className="row">
            {previous && (
              <a href={`${base}/${previous.key}`}>
                {t('answer:section.previous_section', { letter: previous.letter })}
              </a>
            )}
            {next && <a href={`${base}/${next.key}`}>{t('answer:section.next_section', { letter: next.letter })}</a>}
          </p>
        </div>
      </div>
    </div>
  )
}

function Inside({ asked }: { asked: Asked | undefined }) {
  if (!asked || asked.remarks === null) return null
  return (
    <p className="below">
      <InsideLinks asked={asked} />
    </p>
  )
}

function askedOf(block: Block): readonly Asked[] {
  if (block.kind === 'question') return [block.asked]
  return block.kind === 'group' ? block.group.items.flatMap(({ asked }) => asked) : []
}
