// Which kinds of question can play which part in the dashboards.
import type { Analysis, QuestionType } from '../model.ts'

export type Slot = {
  readonly types: readonly QuestionType[]
  /**
   * Where it must stand, seen from the part's first answer: in the same group; in any group over the same list; as a list
   * of those very items; in some group; or anywhere.
   */
  readonly place: 'same group' | 'same items' | 'over items' | 'some group' | 'anywhere'
  /** the options must have values, because they are averaged or compared */
  readonly isOrdered?: boolean
}

const CHOICE: readonly QuestionType[] = ['single', 'scale', 'yes_no', 'yes_partly_no']
const ORDERED: readonly QuestionType[] = ['single', 'scale']
const WORDS: readonly QuestionType[] = ['text', 'long_text']

/** By part; the first slot of each is the one that the places of the others are seen from. */
export const SLOTS: Readonly<Record<keyof Analysis, Readonly<Record<string, Slot>>>> = {
  needs: {
    priority: { types: ['scale'], place: 'some group', isOrdered: true },
    urgency: { types: ORDERED, place: 'same group', isOrdered: true },
    current: { types: ORDERED, place: 'same items', isOrdered: true },
    needed: { types: ORDERED, place: 'same items', isOrdered: true },
    coverage: { types: CHOICE, place: 'same items' },
    justification: { types: WORDS, place: 'same items' },
    ranking: { types: ['ranking'], place: 'over items' },
  },
  gaps: {
    current: { types: ORDERED, place: 'some group', isOrdered: true },
    needed: { types: ORDERED, place: 'same group', isOrdered: true },
    limits: { types: ORDERED, place: 'anywhere', isOrdered: true },
    obstacles: { types: ['multi'], place: 'anywhere' },
  },
  modality: {
    first: { types: CHOICE, place: 'some group' },
    second: { types: CHOICE, place: 'same group' },
    scale: { types: CHOICE, place: 'same group' },
    topics: { types: ['ranking'], place: 'anywhere' },
  },
  partners: {
    priority: { types: ['scale'], place: 'some group', isOrdered: true },
    requested: { types: ['single', 'multi'], place: 'same group' },
    active: { types: ['single', 'multi'], place: 'same items' },
    offered: { types: ['multi'], place: 'over items' },
    contacts: { types: CHOICE, place: 'some group' },
    channels: { types: ORDERED, place: 'some group', isOrdered: true },
  },
  readiness: {
    status: { types: ORDERED, place: 'some group' },
    date: { types: ['date'], place: 'same group' },
    evidence: { types: ['file'], place: 'same group' },
    evidence_note: { types: WORDS, place: 'same group' },
    assistance: { types: CHOICE, place: 'same group' },
    good_practice: { types: WORDS, place: 'same group' },
    areas: { types: ['multi'], place: 'same group' },
    ranking: { types: ['ranking'], place: 'over items' },
  },
  consensus: {
    rating: { types: ['scale'], place: 'some group', isOrdered: true },
    reservation: { types: WORDS, place: 'same group' },
    timeframe: { types: ORDERED, place: 'same group', isOrdered: true },
    preconditions: { types: ['multi'], place: 'same group' },
  },
}
