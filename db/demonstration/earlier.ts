// What four delegations said one session earlier: their answers of today, with what has changed since put back.
import { needsXA } from './needs/xa.ts'
import { needsXB } from './needs/xb.ts'
import { needsXD } from './needs/xd.ts'
import { needsXG } from './needs/xg.ts'
import type { Answers } from './profile.ts'

/** The same answers, with other lines for the questions named; the last line of a question counts. */
function changed(answers: Answers, lines: string, texts: Answers['texts'] = {}): Answers {
  return { ...answers, answers: `${answers.answers}\n${lines}`, texts: { ...answers.texts, ...texts } }
}

export const earlierXA = changed(
  needsXA,
  `needs.digital_evidence.priority    5
   needs.secure_comms.priority        2
   capacity.digital_evidence.current  1
   trained_practitioners_24m          140`,
)

export const earlierXB = changed(
  needsXB,
  `needs.digital_evidence.priority  3
   needs.training.priority          4
   after_hours_availability         office_hours
   mou_in_force                     7`,
  {
    'needs.training.justification':
      'Les formations suivies par nos magistrats ne comprennent aucun exercice commun avec leurs homologues. Des cas pratiques partagés manquent.',
  },
)

export const earlierXD = changed(
  needsXD,
  `needs.interpol_access.priority   3
   needs.legal_basis.priority       3
   needs.legal_basis.urgency        2
   formalisation_days               75`,
)

export const earlierXG = changed(
  needsXG,
  `needs.liaison_network.priority   2
   needs.secure_comms.priority      3
   trained_practitioners_24m        9`,
)

/** Amaridel before its second revision: one figure was not known, and one need was judged lower. */
export const firstNeedsXA = changed(
  needsXA,
  `trained_practitioners_24m             !na
   needs.financial_information.priority  3
   needs.financial_information.urgency   3`,
)
