// How much a form may send, by address; the guard looks at bytes, reading the form at fields.

export type Limits = {
  readonly bytes: number
  readonly fields: number
  readonly json: boolean
}

const MEGABYTE = 1024 * 1024
const ORDINARY: Limits = { bytes: MEGABYTE, fields: 500, json: false }

/**
 * An answering page holds as much as its section asks for; 300 answers of 4,000 Arabic letters, percent-encoded, are
 * seven megabytes. Signing in again carries the same fields over.
 */
const ANSWERS: Limits = { bytes: 16 * MEGABYTE, fields: 5000, json: false }
/** Documents come with everything typed on their page beside them, so that nothing of it is lost. */
const DOCUMENTS: Limits = { ...ANSWERS, bytes: 48 * MEGABYTE }
const BY_PATH: readonly (readonly [RegExp, Limits])[] = [
  [/^\/answer\/[^/]+\/(?:check|record)$/, { ...ORDINARY, fields: 1000 }],
  [/^\/answer\/[^/]+\/[^/]+\/files$/, DOCUMENTS],
  [/^\/answer\/[^/]+\/[^/]+(?:\/(?:save|contribution))?$/, ANSWERS],
  // A ministry's workbook with its signed paper, and then what it says, to be confirmed.
  [/^\/team\/rounds\/[^/]+\/[^/]+\/on-behalf$/, DOCUMENTS],
  // Test answers: the same sections.
  [/^\/team\/questionnaires\/drafts\/[^/]+\/preview$/, ANSWERS],
  // What translators give back: every text of a questionnaire in two languages.
  [/^\/team\/questionnaires\/drafts\/[^/]+\/texts$/, { bytes: 8 * MEGABYTE, fields: 2000, json: false }],
  // The same fields once more, under longer names, with those of the sign-in beside them.
  [/^\/sign-in\/again$/, { ...ANSWERS, bytes: 17 * MEGABYTE, fields: 5020 }],
  // A workbook, and the little that goes with it.
  [/^\/team\/questionnaires\/import$/, { bytes: 6 * MEGABYTE, fields: 10, json: false }],
  // A sealed reply, given back to be verified.
  [/^\/verify$/, { bytes: 8 * MEGABYTE, fields: 20, json: false }],
  [/^\/(?:account|sign-in)\/[^?]*$/, { ...ORDINARY, json: true }],
]

/** @param path of the URL, with or without Remix's `.data` */
export function limitsOf(path: string): Limits {
  const plain = path.replace(/\.data$/, '')
  return BY_PATH.find(([pattern]) => pattern.test(plain))?.[1] ?? ORDINARY
}

/** Objects and lists inside each other, at most. */
export const JSON_DEPTH = 20
