// The form of an institution: the questions it was asked, with its own answers; the country's answers stay as they are.
import type { Text } from '#surveys/definition/model.ts'
import { ANSWER_FORM } from '../answering/answer-form.ts'
import { Crumbs } from '../answering/crumbs.tsx'
import { LanguageForm } from '../answering/language-form.tsx'
import { BlockOf, keyOfBlock } from '../answering/section-form.tsx'
import type { ReplyPlace } from '../answering/section-page.ts'
import type { Block } from '../questions/group.ts'
import { Said } from '../questions/said.tsx'
import { Done } from '../team/frame.tsx'
import { useWords } from '../words.tsx'
import { type Wrong, Wrongs } from '../wrongs.tsx'

export type ContributionPage = ReplyPlace & {
  readonly section: { readonly key: string; readonly title: Text }
  /** null: the reader is asked to write for none here */
  readonly institution: string | null
  /** other institutions for which the reader may write here */
  readonly others: readonly { readonly name: string; readonly href: string }[]
  readonly address: string
  readonly blocks: readonly Block[]
  readonly closed: string | null
  readonly wrongs: readonly Wrong[]
  readonly done: string | null
}

export function ContributionForm({ page }: { page: ContributionPage }) {
  const { t } = useWords()
  const isOpen = page.blocks.length > 0
  const main = (
    <div className="page">
      <Done done={page.done} />
      <Crumbs page={page} here={t('inside:contribution.title')} />
      <Wrongs wrongs={page.wrongs}>{t('answer:section.rest_saved')}</Wrongs>
      <Head page={page} />
      {page.blocks.map((block) => (
        <BlockOf key={keyOfBlock(block)} block={block} />
      ))}
      {isOpen && (
        <p className="row">
          <button type="submit" className="button" name="act" value="stay">
            {t('inside:contribution.keep')}
          </button>
          <a href={`${page.base}/${page.section.key}/contributions`}>{t('inside:contributions.title')}</a>
        </p>
      )}
    </div>
  )
  if (!isOpen) {
    return (
      <>
        <LanguageForm address={page.address} />
        {main}
      </>
    )
  }
  return (
    <form id={ANSWER_FORM} method="post" action={page.address} noValidate>
      {main}
    </form>
  )
}

function Head({ page }: { page: ContributionPage }) {
  const { t } = useWords()
  const { institution } = page
  return (
    <div className="head">
      <p className="over">
        <Said text={page.section.title} />
      </p>
      <h1 dir="auto">{institution ?? t('inside:contribution.title')}</h1>
      <p className="lead">{t(institution === null ? 'inside:contribution.nobody' : 'inside:contribution.lead')}</p>
      {page.closed !== null && <p className="notice plain">{page.closed}</p>}
      {page.others.length > 0 && (
        <p className="row">
          {t('inside:contribution.others')}
          {page.others.map(({ name, href }) => (
            <a key={name} href={href}>
              <bdi>{name}</bdi>
            </a>
          ))}
        </p>
      )}
    </div>
  )
}
