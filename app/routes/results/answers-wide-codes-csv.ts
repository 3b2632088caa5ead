// All answers, one row per country with codes, as a file.
import { asParticipant } from '../../access.server.ts'
import { sendExport } from './exports.server.ts'

export const loader = asParticipant((visit) => sendExport(visit, 'answers-wide-codes.csv'))
