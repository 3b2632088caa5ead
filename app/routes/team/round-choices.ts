// What the settings page offers: acts on the round, and acts on each country of the roster, invited or not.
import type { Round } from '#db/rounds.ts'
import { type RoundAct, type RoundState, roundActRefusal, type TeamRole } from '#surveys/answering/states.ts'
import type { Text } from '#surveys/definition/model.ts'
import type { BoardRow } from './board-rows.ts'

const ACTS: readonly RoundAct[] = ['open', 'pilot', 'close', 'reopen', 'cancel', 'extend', 'invite', 'move', 'signing']

export function allowedActs(state: RoundState, role: TeamRole): RoundAct[] {
  return ACTS.filter((act) => roundActRefusal(act, state, role) === undefined)
}

export type SettingRow = {
  readonly code: string
  readonly label: Text
  /** null: not invited */
  readonly row: BoardRow | null
  readonly ownDeadline: string | null
  /** what can be done for this country now */
  readonly acts: readonly ('invite' | 'decline' | 'extend_country' | 'round_deadline')[]
}

/** Every country of the roster, in protocol order. */
export function settingRows(round: Round, rows: readonly BoardRow[], role: TeamRole): SettingRow[] {
  const mayInvite = roundActRefusal('invite', round.state, role) === undefined
  const mayExtend = roundActRefusal('extend', round.state, role) === undefined
  return round.meeting.roster.countries.map(({ code, label }) => {
    const row = rows.find((one) => one.code === code) ?? null
    const acts: SettingRow['acts'][number][] = []
    if (mayInvite && (!row || row.state === 'declined')) acts.push('invite')
    if (mayExtend && row && row.state !== 'declined') acts.push('extend_country')
    if (mayExtend && row?.ownDeadline) acts.push('round_deadline')
    if (mayInvite && row && row.state !== 'declined' && row.revision === null) acts.push('decline')
    return { code, label, row, ownDeadline: row?.ownDeadline ?? null, acts }
  })
}
