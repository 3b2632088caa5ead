// What comes of pressing "Submit": the seal, or everything that keeps the reply from being sealed, said at once.
import { waitingDocument } from '#db/signatures.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { SignOff } from '../../components/answering/check-page.ts'
import type { Wrong } from '../../components/wrongs.tsx'
import { checkPage, type SignSent } from './check-page.server.ts'
import type { Explained } from './explaining.server.ts'
import { closedWords, type OwnReply, refusalOf } from './own-reply.server.ts'
import { signersWords } from './people.server.ts'
import { signProblemsOf, signWrongsOf, submitOnce } from './signing.server.ts'

type Sent = { readonly sign: SignOff; readonly explained: Explained; readonly hasChanged: boolean }
export type NotYet = { readonly kind: 'not_yet'; readonly status: 400 | 409; readonly sent: SignSent }
export type Outcome = { readonly kind: 'submitted'; readonly revision: number } | NotYet

export async function submission(reply: OwnReply, visit: DelegationVisit, sent: Sent): Promise<Outcome> {
  const { sign, explained, hasChanged } = sent
  const { level } = sign
  const conflict = (words: string): Outcome => notYet(409, explained, [{ href: '#answers', words }])
  const refusal = refusalOf('submit', reply, visit)
  if (refusal === 'role') return conflict(await signersWords(reply, visit))
  // A form that was sent twice finds the reply submitted, by itself: then it gets the same receipt.
  if (refusal !== undefined && (refusal !== 'submitted' || level === null)) return conflict(closedWords(refusal, reply))
  if (refusal === undefined) {
    if (hasChanged) return conflict(reply.reader.t('answer:check.changed'))
    const wrongs = await missingWrongs(reply, visit)
    const paper = await waitingDocument(visit.db, reply.id)
    const signProblems = signProblemsOf(sign, reply.reader, paper !== undefined)
    const all = [...wrongs, ...explained.wrongs, ...signWrongsOf(signProblems)]
    if (all.length > 0) return notYet(400, explained, all, signProblems)
  }
  if (level === null) return conflict(reply.reader.t('answer:check.choose_level'))
  const submitted = await submitOnce(reply, visit, { ...sign, level })
  switch (submitted.state) {
    case 'submitted':
      return { kind: 'submitted', revision: submitted.revision }
    case 'refused':
      return conflict(closedWords(submitted.refusal, reply))
    case 'changed':
    case 'incomplete':
      return conflict(reply.reader.t('answer:check.changed'))
  }
}

export function notYet(
  status: 400 | 409,
  { comments }: Explained,
  wrongs: readonly Wrong[],
  signProblems: Record<string, string> = {},
): NotYet {
  return { kind: 'not_yet', status, sent: { comments, wrongs, signProblems } }
}

/** One line for the answers, which the page lists below, and one for the explanations. */
export async function missingWrongs(reply: OwnReply, visit: DelegationVisit): Promise<Wrong[]> {
  const { missing, explain } = await checkPage(reply, visit, {})
  const { t } = reply.reader
  const unexplained = explain.filter(({ comment }) => comment === '').length
  return [
    ...(missing.length > 0 ? [{ href: '#missing', words: t('answer:check.missing', { count: missing.length }) }] : []),
    ...(unexplained > 0 ? [{ href: '#explain', words: t('answer:check.explain', { count: unexplained }) }] : []),
  ]
}
