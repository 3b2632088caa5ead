// What a person types, before it means anything: which characters stay, which go, and which are refused.

/** Left alone they are half a character; PostgreSQL and JSON readers refuse them. */
const LONE_SURROGATES = /\p{Surrogate}/gu
/** C0 and C1 but for tab and newline, and DEL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming the control characters is what this is for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const LINE_ENDS = /\r\n?|\u0085|\u2028|\u2029/g
/** Embeddings and overrides can make a text read differently from what it says (CVE-2021-42574). */
const OVERRIDES = /[\u202a-\u202e]/g
const ISOLATES = /[\u2066-\u2069]/g
/** What shows nothing by itself: spaces, marks of direction, joiners, fillers. */
const INVISIBLE = /^(?:[\s\p{Cf}\u115f\u1160\u3164\uffa0]|\u034f)*$/u

/**
 * An entry that can be stored and shown again: no control characters but tab and newline, no lone surrogates, lines
 * ended by `\n`.
 * Nothing that a person can see is lost.
 */
export function tidy(raw: string): string {
  return raw.replace(LONE_SURROGATES, '').replace(LINE_ENDS, '\n').replace(CONTROLS, '')
}

/** The same on one line. */
export function tidyLine(raw: string): string {
  return tidy(raw).replace(/\n+/g, ' ')
}

/** True when the text holds a bidirectional embedding or override (U+202A to U+202E). */
export function hasOverrides(text: string): boolean {
  return text.search(OVERRIDES) >= 0
}

/** The text without bidirectional embeddings and overrides. */
export function withoutOverrides(text: string): string {
  return text.replace(OVERRIDES, '')
}

/** True when nothing of the text can be seen: it is empty, or spaces, joiners and marks of direction only. */
export function isInvisible(text: string): boolean {
  return INVISIBLE.test(text)
}

/** Isolates stay where each is closed on its own line; a line with an open one loses all of its isolates. */
function withBalancedIsolates(text: string): string {
  if (text.search(ISOLATES) < 0) return text
  return text
    .split('\n')
    .map((line) => (isBalanced(line) ? line : line.replace(ISOLATES, '')))
    .join('\n')
}

function isBalanced(line: string): boolean {
  let open = 0
  for (const mark of line.match(ISOLATES) ?? []) {
    open += mark === '\u2069' ? -1 : 1
    if (open < 0) return false
  }
  return open === 0
}

/**
 * A text as it is kept: tidied, isolates balanced, Unicode NFC, trimmed. Joiners (ZWJ, ZWNJ) stay: Arabic and Persian
 * need them.
 * @returns '' for a text of which nothing can be seen
 */
export function normalText(raw: string): string {
  const text = withBalancedIsolates(tidy(raw)).normalize('NFC').trim()
  return isInvisible(text) ? '' : text
}

/** Characters as people count them (code points): what `min_length` and `max_length` mean. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Arabic-Indic, Persian and full-width digits as 0-9; everything else as it was. */
export function westernDigits(text: string): string {
  // In all three blocks the last four bits of the code are the digit's value.
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
