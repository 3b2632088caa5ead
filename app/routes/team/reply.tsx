// One delegation's submitted reply, read by the team: by section, with absences, comments and documents; evidence is judged here.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { asTeam } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Done, Problems } from '../../components/team/frame.tsx'
import { ReplyHead } from '../../components/team/reply-head.tsx'
import { ReplySection } from '../../components/team/reply-section.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { decideOnEvidence } from './evidence-acts.server.ts'
import { noteReading, readReply } from './reply.server.ts'

const DONE = ['accepted', 'not_accepted', 'taken_back', 'recorded'] as const

export const loader = asTeam(async (visit) => {
  const reply = await readReply(visit)
  await noteReading(visit, reply)
  const { title, names, country, revisions, revision, sections, isOfficial, asked } = reply
  return {
    title,
    names,
    country,
    revisions,
    revision,
    sections,
    isOfficial,
    asked,
    done: doneWord(visit.url, DONE),
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const { form, word, path, anchor } = await decideOnEvidence(visit)
  return form.problems.length > 0 ? again(form) : done(path, word, anchor)
})

export default function SubmittedReply() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const base = `/team/rounds/${page.names.slug}`
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs
        steps={[{ href: base, words: <Said text={page.names.title} /> }]}
        here={<Said text={page.country.label} />}
      />
      <ReplyHead {...page} base={base} />
      <p>
        <a className="button second" href={`${base}/${page.country.code}/clarifications`}>
          {t('review:page.to', { count: Object.keys(page.asked).length })}
        </a>
      </p>
      <nav aria-label={t('team:reply_page.sections')}>
        <ul role="list" className="row">
          {page.sections.map(({ key, letter, title }) => (
            <li key={key}>
              <a className="tap" href={`#section-${key}`}>
                {letter} <Said text={title} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page.sections.map((section) => (
        <ReplySection
          key={section.key}
          section={section}
          base={base}
          sent={sent}
          intent={page.intent}
          mayJudge={page.isOfficial}
          review={page.isOfficial ? { base: `${base}/${page.country.code}/clarifications`, asked: page.asked } : null}
        />
      ))}
    </div>
  )
}
