// The paper that a signature rests on comes here, with everything typed on the check page beside it.
import { data, redirect } from '@remix-run/node'
import { keepDocument } from '#db/signatures.ts'
import { asDelegation } from '../../access.server.ts'
import { checkPage } from './check-page.server.ts'
import { keepExplanations } from './explaining.server.ts'
import { stepOf } from './keeping.server.ts'
import { closedWords, requireOwnReply } from './own-reply.server.ts'
import { paperIn } from './paper-upload.ts'
import { readSignOff } from './signing.server.ts'
import { searchOf } from './views/sign-search.ts'

export { default, handle, loader } from './check.tsx'

export const action = asDelegation(async (visit) => {
  const before = await requireOwnReply(visit)
  const explained = await keepExplanations(before, visit)
  const reply = await requireOwnReply(visit)
  const sign = readSignOff(visit, before)
  const again = async (words: string, status: 400 | 409) => {
    const wrongs = [{ href: '#paper', words }, ...explained.wrongs]
    return data(await checkPage(reply, visit, { ...explained, wrongs, sign }), status)
  }
  const document = await paperIn(visit.form, 'paper')
  if (typeof document === 'string') return again(reply.reader.t(`documents:basis.refused.${document}`), 400)
  const refusal = await keepDocument(visit.db, { ...stepOf(reply, visit), document })
  if (refusal !== undefined) return again(closedWords(refusal, reply), 409)
  return redirect(`${reply.home.base}/check?${searchOf(sign)}#paper`, 303)
})
