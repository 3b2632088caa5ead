// What a file says about itself, beside the file: a CSV stays a CSV, so the count and the hash stand next to it.
import type { Mode } from '#surveys/analysis/model.ts'

/**
 * Time, rows and hash of one file. A streamed file cannot carry them at its head, and a last line would be read as data:
 * they are in the response's headers, in `<file>.manifest.json`, and on the page from which the file is taken.
 */
export type Manifest = {
  readonly file: string
  readonly round: string
  readonly questionnaire: string
  readonly version: string
  /** null: live */
  readonly snapshot: number | null
  readonly profile: 'team' | 'shareable'
  /** of a shareable file: what holds where one or two delegations stay in the totals only; null for the team's */
  readonly mode: Mode | null
  readonly language: string
  /** when the file was made, ISO 8601, UTC */
  readonly made_at: string
  /** delegations whose reply the round holds */
  readonly replies: number
  /** without the header */
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** What is known of a file before it is made. */
export type Announced = Omit<Manifest, 'rows' | 'bytes' | 'sha256'> & Partial<Manifest>

/** The manifest in one line of ASCII, for a response header and for people; what is not known yet is left out. */
export function manifestLine({ snapshot, mode, ...of }: Announced): string {
  const { file, round, questionnaire, version, profile, language, made_at, replies, rows, bytes, sha256 } = of
  const about = { file, round, questionnaire, version, snapshot: snapshot ?? 'live', profile, ...(mode && { mode }) }
  return Object.entries({ ...about, language, made_at, replies, rows, bytes, sha256 })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
}

/** `round_questionnaire-version_what_profile_language_time.ending`, of characters that every file system takes. */
export function fileName(
  of: Pick<Manifest, 'round' | 'questionnaire' | 'version' | 'snapshot' | 'profile' | 'language' | 'made_at'>,
  what: string,
  ending: string,
): string {
  const time = of.made_at.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '')
  const source = of.snapshot === null ? 'live' : `snapshot-${of.snapshot}`
  const parts = [of.round, `${of.questionnaire}-${of.version}`, source, what, of.profile, of.language, time]
  return `${parts.map((part) => part.replaceAll(/[^\w.-]+/g, '-')).join('_')}.${ending}`
}

/** The value of Content-Disposition for a download (RFC 6266). */
export function attachment(name: string): string {
  return `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
