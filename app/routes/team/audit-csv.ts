// The audit trail as CSV, with the same filter as the page; streamed, so that a long trail needs no memory.
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { listAudit } from '#db/audit.ts'
import { BOM, type CsvRow, csvLine } from '#surveys/tables/csv.ts'
import { asTeam, type TeamVisit } from '../../access.server.ts'
import { askedOf, countriesByChain, filterOf } from './audit-query.ts'

const HEADER = [
  'seq',
  'at',
  'actor',
  'actor_name',
  'action',
  'subject',
  'country',
  'round',
  'why',
  'details',
  'before_digest',
  'after_digest',
  'chain',
  'link',
  'hash',
  'request_id',
]
const PORTION = 500

export const loader = asTeam(async (visit) => {
  const day = visit.now.toISOString().slice(0, 10)
  return new Response(createReadableStreamFromReadable(Readable.from(linesOf(visit))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-trail-${day}.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

/** Newest first, as on the page. */
async function* linesOf({ db, url }: TeamVisit): AsyncGenerator<string> {
  yield BOM + csvLine(HEADER)
  const chains = await countriesByChain(db)
  const filter = await filterOf(db, { ...askedOf(url.searchParams), before: undefined }, chains)
  for (let before: number | undefined; ; ) {
    const entries = await listAudit(db, { ...filter, before, limit: PORTION })
    for (const entry of entries) yield csvLine(rowOf(entry, chains.get(entry.chain)))
    before = entries.at(-1)?.seq
    if (entries.length < PORTION) return
  }
}

type Entry = Awaited<ReturnType<typeof listAudit>>[number]

function rowOf(entry: Entry, place: { country: string; round: string } | undefined): CsvRow {
  return [
    entry.seq,
    entry.at,
    entry.actor,
    entry.actorName,
    entry.action,
    entry.subject,
    place?.country ?? null,
    place?.round ?? null,
    entry.why,
    JSON.stringify(entry.details),
    entry.beforeDigest,
    entry.afterDigest,
    entry.chain,
    entry.link,
    entry.hash,
    entry.requestId,
  ]
}
