// All answers, one row per country with labels, as a file.
import { asTeam } from '../../access.server.ts'
import { sendExport } from './exports.server.ts'

export const loader = asTeam((visit) => sendExport(visit, 'answers-wide.csv'))
