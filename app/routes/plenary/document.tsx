// One document of a session as a page: to be read, printed, or taken along as Word.
import { useLoaderData } from '@remix-run/react'
import { asParticipant } from '../../access.server.ts'
import { Blocks } from '../../components/documents/blocks.tsx'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Head } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { requirePaper } from './paper.server.ts'

export const loader = asParticipant(async (visit) => {
  const { meeting, paper } = await requirePaper(visit, visit)
  return {
    title: paper.title,
    meeting: { slug: meeting.slug, title: meeting.title },
    name: visit.params.document,
    paper,
  }
})

export default function Document() {
  const { meeting, name, paper } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const base = `/plenary/${meeting.slug}`
  return (
    <div className="page">
      <Crumbs
        steps={[
          { href: base, words: <Said text={meeting.title} /> },
          { href: `${base}/documents`, words: t('documents:title') },
        ]}
        here={paper.title}
      />
      <Head over={paper.over} title={paper.title}>
        {paper.lead && <p className="lead">{paper.lead}</p>}
        <p className="row screen-only">
          <span>{t('documents:word')}</span>
          {LANGUAGES.map((language) => (
            <a
              key={language}
              lang={language}
              hrefLang={language}
              href={`${base}/documents/${name}/word?language=${language}`}
            >
              {OWN_NAMES[language]}
            </a>
          ))}
        </p>
      </Head>
      <Blocks blocks={paper.blocks} />
      <p className="fine">{paper.source}</p>
    </div>
  )
}
