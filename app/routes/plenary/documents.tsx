// The documents of a session: each to be read and printed here, or taken along as Word, in three languages.
import { useLoaderData } from '@remix-run/react'
import { asParticipant } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Head } from '../../components/team/frame.tsx'
import { Scroll } from '../../components/team/scroll.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { paperNames, paperOf } from '../../plenary/papers.server.ts'
import { requirePlenary, showingFor } from './plenary.server.ts'

export const loader = asParticipant(async (visit) => {
  const meeting = await requirePlenary(visit)
  const showing = await showingFor(visit, meeting)
  const papers = []
  for (const paper of showing ? await paperNames(visit, meeting) : [])
    papers.push({ ...paper, isThere: showing !== null && (await paperOf(visit, showing, paper.name)) !== null })
  return {
    title: visit.t('documents:title'),
    meeting: { slug: meeting.slug, title: meeting.title },
    snapshot: showing?.snapshot.number ?? null,
    papers,
  }
})

export default function Documents() {
  const { title, meeting, snapshot, papers } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <Head over={<Said text={meeting.title} />} title={title}>
        <p className="lead">
          {snapshot === null ? t('session:stage.none_released') : t('documents:lead.all', { number: snapshot })}
        </p>
        <p className="row">
          <a href={`/plenary/${meeting.slug}`}>{t('session:agenda.title')}</a>
        </p>
      </Head>
      {papers.length > 0 && <PaperTable />}
    </div>
  )
}

function PaperTable() {
  const { title, meeting, papers } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <Scroll label={title}>
      <table className="roomy">
        <thead>
          <tr>
            <th scope="col">{t('documents:document')}</th>
            <th scope="col">{t('documents:word')}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map(({ name, kind, label, isThere }) => {
            const at = `/plenary/${meeting.slug}/documents/${name}`
            const words = (
              <>
                {t(`documents:kind.${kind}`)}
                {label && (
                  <>
                    {t('results:colon')}
                    <Said text={label} />
                  </>
                )}
              </>
            )
            return (
              <tr key={name} id={name}>
                <th scope="row">{isThere ? <a href={at}>{words}</a> : words}</th>
                <td>
                  {isThere ? (
                    <span className="row">
                      {LANGUAGES.map((language) => (
                        <a key={language} lang={language} hrefLang={language} href={`${at}/word?language=${language}`}>
                          {OWN_NAMES[language]}
                        </a>
                      ))}
                    </span>
                  ) : (
                    t('documents:not_shown')
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
