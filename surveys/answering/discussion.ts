// What colleagues of a delegation say to each other about a question, and how long a word can be changed.

export type Remark = {
  /** from 1 for each question */
  readonly number: number
  /** empty once it is erased */
  readonly body: string
  readonly language: string
  /** ISO 8601 */
  readonly at: string
  /** the author's account and name */
  readonly account: string
  readonly by: string
  readonly editedAt: string | null
  readonly erasedAt: string | null
}

export const REMARK_MAX = 2000
/** Minutes for which authors can put their words right: afterwards colleagues may have answered them. */
const EDITABLE = 60

/** Authors may put their own words right for an hour. @param now ISO 8601 */
export function mayEditRemark(remark: Remark, account: string, now: string): boolean {
  const age = Date.parse(now) - Date.parse(remark.at)
  return mayEraseRemark(remark, account) && age <= EDITABLE * 60_000
}

/** Authors may take their own words back at any time; that something stood there stays visible. */
export function mayEraseRemark({ account: author, erasedAt }: Remark, account: string): boolean {
  return author === account && erasedAt === null
}
