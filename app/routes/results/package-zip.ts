// Answers, codebook, texts and label scripts together, as a Frictionless Data Package.
import { asParticipant } from '../../access.server.ts'
import { sendExport } from './exports.server.ts'

export const loader = asParticipant((visit) => sendExport(visit, 'package.zip'))
