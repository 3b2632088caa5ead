// All answers exactly as submitted, as a file.
import { asTeam } from '../../access.server.ts'
import { sendExport } from './exports.server.ts'

export const loader = asTeam((visit) => sendExport(visit, 'answers.json'))
