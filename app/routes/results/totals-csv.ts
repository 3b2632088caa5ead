// Totals of every question without names, as a file.
import { asTeam } from '../../access.server.ts'
import { sendExport } from './exports.server.ts'

export const loader = asTeam((visit) => sendExport(visit, 'totals.csv'))
