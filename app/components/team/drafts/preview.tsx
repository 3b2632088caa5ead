// A part of a draft as its readers will see it, inside the page of its author: own language and direction, own width.
import type { ReactNode } from 'react'
import { directionOf, LANGUAGES } from '../../../languages.ts'
import { useRequestFacts } from '../../../request-context.tsx'
import type { Preview } from '../../../routes/team/drafts/preview.server.ts'
import { GivenList } from '../../answering/given-list.tsx'
import { BlockOf, keyOfBlock } from '../../answering/section-form.tsx'
import { Said } from '../../questions/said.tsx'
import { Speaking, useWords } from '../../words.tsx'

type Props = { readonly preview: Preview; readonly path: string; readonly isWhole?: boolean }

export function PreviewPane({ preview, path, isWhole = false }: Props) {
  const { t, digits, timeZone } = useWords()
  const words = useRequestFacts()?.house.words
  const { language, width } = preview
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{t('drafts:preview.heading')}</h2>
      <Wishes preview={preview} />
      <div className={`preview ${width}`} lang={language} dir={directionOf(language)}>
        {words && (
          <Speaking speaker={{ t: words.t(language, digits), language, digits, timeZone }}>
            <Shown preview={preview} path={path} isWhole={isWhole} />
          </Speaking>
        )}
      </div>
    </section>
  )
}

const ROLES = ['head', 'focal_point', 'alternate', 'contributor', 'reader', 'officer', 'presenter', 'observer']

/** As whom, in which language, how wide: asked by a form without effects, so that a preview has an address. */
function Wishes({ preview }: { preview: Preview }) {
  const { t } = useWords()
  const choices = {
    role: ROLES.map((value) => [value, t(`role.${value}`)] as const),
    language: LANGUAGES.map((value) => [value, t(`languages.${value}`)] as const),
    width: ['wide', 'phone'].map((value) => [value, t(`drafts:preview.${value}`)] as const),
  }
  return (
    <form method="get" action="#preview" className="row">
      <input type="hidden" name="at" value={preview.address} />
      {(['role', 'language', 'width'] as const).map((name) => (
        <span key={name}>
          <label htmlFor={`as-${name}`}>{t(`drafts:preview.as_${name}`)}</label>{' '}
          <select id={`as-${name}`} name={name} defaultValue={preview[name]}>
            {choices[name].map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </select>
        </span>
      ))}
      <button type="submit" className="button second small">
        {t('drafts:preview.show')}
      </button>
    </form>
  )
}

function Shown({ preview, path, isWhole }: Required<Props>) {
  const { t } = useWords()
  const { does, blocks, title, intro } = preview
  if (does === 'nothing') return <p className="meta">{t('drafts:preview.nothing')}</p>
  const head = isWhole && (
    <div className="stack tight">
      <p className="ask">
        <Said text={title} />
      </p>
      {intro && (
        <p className="prose">
          <Said text={intro} />
        </p>
      )}
    </div>
  )
  if (does === 'reads') {
    const asked = blocks.flatMap((block) =>
      block.kind === 'question'
        ? [block.asked]
        : block.kind === 'group'
          ? block.group.items.flatMap((item) => item.asked)
          : [],
    )
    const rows = asked
      .filter(({ applies }) => applies)
      .map(({ field, cell, problem }) => ({ field, cell, problem, change: null }))
    return (
      <>
        {head}
        <GivenList rows={rows} />
      </>
    )
  }
  const shown = blocks.map((block) => <BlockOf key={keyOfBlock(block)} block={block} />)
  return isWhole ? (
    <TrialForm preview={preview} path={path}>
      {head}
      {shown}
    </TrialForm>
  ) : (
    shown
  )
}

/** What is tried here is the author's alone, counts nowhere, and is wiped when the draft is published. */
function TrialForm({ preview, path, children }: { preview: Preview; path: string; children: ReactNode }) {
  const { t } = useWords()
  const { address, role, language, width, section, isTried } = preview
  const query = new URLSearchParams({ at: address, role, language, width })
  return (
    <form method="post" action={`${path}/preview?${query}`} className="stack" noValidate>
      {children}
      <input type="hidden" name="section" value={section} />
      <p className="row">
        <button type="submit" name="act" value="try" className="button">
          {t('drafts:preview.try')}
        </button>
        {isTried && (
          <button type="submit" name="act" value="wipe" className="button second">
            {t('drafts:preview.wipe')}
          </button>
        )}
      </p>
      <p className="meta">{t('drafts:preview.means')}</p>
    </form>
  )
}
