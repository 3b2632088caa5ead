// Totals of every question without names, as a file.
import { asParticipant } from '../../access.server.ts'
import { sendExport } from './exports.server.ts'

export const loader = asParticipant((visit) => sendExport(visit, 'totals.csv'))
