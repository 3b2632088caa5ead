// The review of one country's reply: what is to be sent back, what was asked and answered, its requests, its acceptance.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { asTeam } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { Asked, Noted } from '../../components/team/review/asked.tsx'
import { RequestBox } from '../../components/team/review/request-box.tsx'
import { Verdict } from '../../components/team/review/verdict.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { namesOf } from './overview.server.ts'
import { openRequest, possibleActs, requireReviewed, reviewLines } from './review.server.ts'
import { actInReview, REVIEW_ACTS } from './review-acts.server.ts'

export const loader = asTeam(async (visit) => {
  const reviewed = await requireReviewed(visit)
  const { round, country, line } = reviewed
  const request = await openRequest(visit.db, reviewed)
  return {
    title: `${visit.t('review:page.title')}: ${country.label[visit.language] ?? country.code}`,
    names: namesOf(round),
    country: { code: country.code, label: country.label },
    state: line.state,
    revision: line.official.revision,
    request,
    lines: await reviewLines(visit.db, reviewed),
    may: possibleActs(reviewed, visit, request !== null),
    done: doneWord(visit.url, [...REVIEW_ACTS, 'noted'] as const),
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const reviewed = await requireReviewed(visit)
  const form = await actInReview(visit, reviewed)
  if (form.problems.length > 0) return again(form)
  return done(`/team/rounds/${reviewed.round.slug}/${reviewed.country.code}/clarifications`, form.raw('act'))
})

export default function Review() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const round = `/team/rounds/${page.names.slug}`
  const reply = `${round}/${page.country.code}`
  const { lines, may, intent } = page
  const noted = lines.filter(({ thread }) => thread.state === 'noted')
  const open = lines.filter(({ thread }) => thread.state === 'open' || thread.state === 'answered')
  const settled = lines.filter(({ thread }) => thread.state === 'accepted' || thread.state === 'withdrawn')
  const forms = { sent, intent, may, base: `${reply}/clarifications` }
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs
        steps={[
          { href: round, words: <Said text={page.names.title} /> },
          { href: reply, words: <Said text={page.country.label} /> },
        ]}
        here={t('review:page.title')}
      />
      <Head over={<Said text={page.country.label} />} title={t('review:page.finding', { count: open.length })}>
        <p className="lead">{t(`review:page.lead.${page.state}`, { revision: page.revision })}</p>
      </Head>
      <div className="columns">
        <div className="stack loose">
          {page.request && <RequestBox request={page.request} {...forms} />}
          {noted.length > 0 && <Noted lines={noted} {...forms} />}
          <Asked lines={open} title={t('review:page.open')} empty={t('review:page.none_open')} {...forms} />
          {settled.length > 0 && <Asked lines={settled} title={t('review:page.settled')} {...forms} />}
        </div>
        <Verdict revision={page.revision} state={page.state} reply={reply} {...forms} />
      </div>
    </div>
  )
}
