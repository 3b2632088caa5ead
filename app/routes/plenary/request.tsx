// One request to the facility: its sheet, its way so far; the team also reads what delegations said of what was delivered.
import { useLoaderData } from '@remix-run/react'
import { listDeliveryAnswers } from '#db/taf-deliveries.ts'
import { listTafRequests } from '#db/taf-requests.ts'
import { figuresOf } from '#surveys/debate/request-sheet.ts'
import { asParticipant, notFound, type ParticipantVisit } from '../../access.server.ts'
import { Blocks } from '../../components/documents/blocks.tsx'
import { Said, saying } from '../../components/questions/said.tsx'
import { Delivered } from '../../components/requests/delivered.tsx'
import { Crumbs, Head } from '../../components/team/frame.tsx'
import { speechOf, useWords } from '../../components/words.tsx'
import { requestBlocks, standingWords } from '../../documents/request.ts'
import { namesIn, requestWorldOf } from '../../plenary/request-world.server.ts'
import { requirePlenary, showingAt } from './plenary.server.ts'

export const loader = asParticipant(async (visit) => {
  const { db, t, language, account, params, isTeam } = visit
  const meeting = await requirePlenary(visit)
  const request = (await listTafRequests(db, meeting.id)).find(({ number }) => String(number) === params.number)
  if (!request) throw notFound()
  const showing = await showingAt(visit, meeting, request.snapshotNumber)
  const world = showing && (await requestWorldOf(visit, showing))
  if (!world) throw notFound()
  const speech = speechOf({ t, language, digits: account.digits, timeZone: meeting.timeZone })
  const figures = figuresOf(world.needs, request.sheet.areas[0] ?? '')
  return {
    title: saying(request.sheet.title, language).words,
    meeting: { slug: meeting.slug, title: meeting.title },
    request: { number: request.number, title: request.sheet.title },
    stands: standingWords(request.steps[0], speech),
    blocks: requestBlocks({ request, figures, names: namesIn(world) }, speech),
    delivered: isTeam ? await answersFor(visit, request.id, meeting.roster.countries) : [],
    isTeam,
  }
})

async function answersFor(
  { db }: ParticipantVisit,
  requestId: string,
  countries: readonly { code: string; label: Record<string, string> }[],
) {
  const answers = await listDeliveryAnswers(db, requestId)
  return answers.map(({ country, ...one }) => ({
    ...one,
    country: countries.find(({ code }) => code === country)?.label ?? { en: country },
  }))
}

export default function Request() {
  const { title, meeting, request, stands, blocks, delivered, isTeam } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const here = t('requests:number', { number: request.number })
  return (
    <div className="page">
      <Crumbs
        steps={[
          { href: `/plenary/${meeting.slug}`, words: <Said text={meeting.title} /> },
          { href: `/plenary/${meeting.slug}/requests`, words: t('requests:title') },
        ]}
        here={here}
      />
      <Head over={here} title={title}>
        <p className="lead">{stands}</p>
        {isTeam && (
          <p>
            <a href={`/team/meetings/${meeting.slug}/requests/${request.number}`}>{t('requests:work')}</a>
          </p>
        )}
      </Head>
      <Blocks blocks={blocks} />
      {delivered.length > 0 && <Delivered answers={delivered} />}
    </div>
  )
}
