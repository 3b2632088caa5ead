// The answering page, enhanced: each change saves itself, and what follows from it shows at once. Without it the form does the same.
import { startAbsences } from './answer/absences.ts'
import { startChoices } from './answer/choices.ts'
import { startConflicts } from './answer/conflicts.ts'
import { startCounters } from './answer/counters.ts'
import { startDocuments } from './answer/documents.ts'
import { startPlaces } from './answer/places.ts'
import { startPresence } from './answer/presence.ts'
import { startRankings } from './answer/rankings.ts'
import { createSaver } from './answer/saver.ts'
import { startSubmitting } from './answer/submitting.ts'

const form = document.querySelector<HTMLFormElement>('form#answer')
if (form) startPlaces(form)
if (form?.dataset.save) {
  const saver = createSaver(form)
  startPresence(form)
  startCounters(form)
  startChoices(form, saver)
  startAbsences(form, saver)
  startRankings(form, saver)
  startConflicts(form, saver)
  startDocuments(form)
  startSubmitting(form, saver)
}
