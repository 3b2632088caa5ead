// The last page before the seal: what is missing, what wants a word, all answers, how they may be shown, the signature.
import { useWords } from '../words.tsx'
import { Wrongs } from '../wrongs.tsx'
import { ANSWER_FORM } from './answer-form.ts'
import type { CheckPage } from './check-page.ts'
import { CheckedAnswers } from './checked-answers.tsx'
import { Crumbs } from './crumbs.tsx'
import { Disclosure } from './disclosure.tsx'
import { Explanations, Missing, Notes } from './findings.tsx'
import { Readiness, SignOff } from './sign-off.tsx'

export function CheckForm({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const isOpen = page.closed === null
  return (
    <form id={ANSWER_FORM} method="post" action={`${page.base}/check`} noValidate>
      <div className="page">
        <Crumbs page={page} here={t('answer:check.crumb')} />
        <Wrongs wrongs={page.wrongs} />
        <div className="head">
          <h1>{t(isOpen ? 'answer:check.title' : 'answer:check.title_read')}</h1>
          <p className="lead">{page.lead}</p>
          {page.closed !== null && <p className="notice plain">{page.closed}</p>}
          {page.remark !== null && <p className="notice attend">{page.remark}</p>}
        </div>
        <div className="columns">
          <div className="stack loose">
            {isOpen && <Missing missing={page.missing} />}
            {isOpen && <Explanations explain={page.explain} />}
            <Notes notes={page.notes} />
            <CheckedAnswers page={page} />
            <Readiness page={page} />
            {page.isSigning && <Disclosure page={page} />}
            {page.isSigning && <SignOff page={page} />}
          </div>
          <OnThisPage page={page} />
        </div>
      </div>
      <input type="hidden" name="seen" value={page.seen} />
      <input type="hidden" name="intent" value={page.intent} />
    </form>
  )
}

function OnThisPage({ page }: { page: CheckPage }) {
  const { t } = useWords()
  const isOpen = page.closed === null
  const places = [
    ['missing', isOpen && page.missing.length > 0],
    ['explain', isOpen && page.explain.length > 0],
    ['answers', true],
    ['show', page.isSigning],
    ['sign', page.isSigning],
  ] as const
  return (
    <aside className="stack meta" aria-labelledby="on-this-page">
      <h2 className="ask sub" id="on-this-page">
        {t('answer:check.on_this_page')}
      </h2>
      <ol className="stack tight">
        {places
          .filter(([, isThere]) => isThere)
          .map(([id]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`answer:check.link_${id}`)}</a>
            </li>
          ))}
      </ol>
    </aside>
  )
}
