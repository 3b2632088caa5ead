// The page people live in: the outline, the questions of one section, and the bar that says what is saved.

import { localeOf } from '../../translate.ts'
import { CardGroup } from '../questions/card-group.tsx'
import { ConflictTemplate } from '../questions/conflict.tsx'
import type { Block } from '../questions/group.ts'
import { Question } from '../questions/question.tsx'
import { Said } from '../questions/said.tsx'
import { TableGroup } from '../questions/table-group.tsx'
import { useWords } from '../words.tsx'
import { Wrongs } from '../wrongs.tsx'
import { ANSWER_FORM } from './answer-form.ts'
import { Crumbs } from './crumbs.tsx'
import { KeepBar } from './keep-bar.tsx'
import { Outline } from './outline.tsx'
import { SectionHead } from './section-head.tsx'
import type { SectionPage } from './section-page.ts'
import { SignInAgain } from './sign-in-again.tsx'

export function SectionForm({ page }: { page: SectionPage }) {
  const { t, language, digits } = useWords()
  const address = `${page.base}/${page.section.key}`
  return (
    <form
      id={ANSWER_FORM}
      method="post"
      action={address}
      noValidate
      data-locale={localeOf(language, digits)}
      data-save={`${address}/save`}
      data-presence={`${page.base}/presence?section=${page.section.key}`}
    >
      <div className="page">
        <Crumbs page={page} here={t('answer:section.crumb', { letter: page.section.letter })} />
        <div className="answer">
          <Outline outline={page.outline} base={page.base} current={page.section.key} />
          <div className="stack airy">
            <Wrongs wrongs={page.wrongs}>{t('answer:section.rest_saved')}</Wrongs>
            {page.news && (
              <p className="notice kept" role="status">
                {page.news}
              </p>
            )}
            <SectionHead page={page} />
            <div>
              {page.blocks.map((block) => (
                <BlockOf key={keyOfBlock(block)} block={block} />
              ))}
            </div>
          </div>
        </div>
      </div>
      <input type="hidden" name="intent" value={page.intent} />
      <KeepBar page={page} />
      <ConflictTemplate />
      <SignInAgain returnTo={address} />
    </form>
  )
}

/** Blocks have names that stay while their page is shown. */
export const keyOfBlock = (block: Block) =>
  block.kind === 'question'
    ? block.field
    : block.kind === 'group'
      ? block.group.group.group
      : JSON.stringify(block.text)

/** A question, a group or a note. */
export function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'question':
      return <Question asked={block.asked} />
    case 'group':
      return block.group.group.layout === 'table' ? (
        <TableGroup group={block.group} />
      ) : (
        <CardGroup group={block.group} />
      )
    case 'note':
      return (
        <div className="question wide">
          <p className="prose">
            <Said text={block.text} />
          </p>
        </div>
      )
  }
}
