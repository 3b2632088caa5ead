// The status board as CSV: one line per delegation, the same rows as the page, whatever filter is set.
import { BOM, csvLine } from '#surveys/tables/csv.ts'
import { asTeam } from '../../access.server.ts'
import { columnsOf, FILTERS, isShown } from './board-rows.ts'
import { overviewOf, requireRoundAt } from './overview.server.ts'

const HEADER = [
  'country',
  'name',
  'state',
  'revision',
  'accepted_revision',
  'late',
  'pen',
  'last_activity_at',
  'days_without_movement',
  'clarifications_open',
  'clarifications_to_team',
  'requests',
  'evidence_to_judge',
]

export const loader = asTeam(async ({ db, params, url, now, language }) => {
  const round = await requireRoundAt(db, params.round)
  const { rows } = await overviewOf(db, round, now)
  const filter = FILTERS.find((one) => one === url.searchParams.get('show')) ?? 'all'
  const sections = columnsOf(rows[0]?.sections.map(({ key }) => ({ key, title: {} })) ?? [])
  const lines = rows
    .filter((row) => isShown(row, filter))
    .map((row) =>
      csvLine([
        row.code,
        row.label[language] ?? row.code,
        row.state,
        row.revision,
        row.state === 'accepted' ? row.revision : null,
        row.isLate ? 'yes' : 'no',
        row.pen,
        row.lastActivityAt,
        row.quietDays,
        row.clarifications.open,
        row.clarifications.toUs,
        row.clarifications.requests,
        row.openEvidence,
        ...row.sections.map(({ word, done, total }) => (word === 'part' ? `${done}/${total}` : word)),
      ]),
    )
  const header = csvLine([...HEADER, ...sections.map(({ letter, key }) => `${letter}_${key}`)])
  return new Response(BOM + header + lines.join(''), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${round.slug}-board.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
