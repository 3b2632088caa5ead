// A save that is sent again because its answer got lost: kept once, answered as if it were the first.
import { digestOf } from '#db/digest.ts'
import { once } from '#db/intents.ts'
import { type Saved, type Saving, saveCells } from '#db/responses.ts'
import { postedOf } from '#surveys/answering/form.ts'
import { badRequest, type DelegationVisit } from '../../access.server.ts'

/**
 * Saves under the key of an intent.
 * @throws 400 when the key has another shape, or was used for something else
 */
export async function saveOnce(
  { db, account, form, now }: DelegationVisit,
  key: string,
  saving: Saving,
): Promise<Saved> {
  if (!/^[\w-]{8,64}$/.test(key)) throw badRequest()
  const sent = [...postedOf(form)].filter(([name]) => name !== 'intent')
  const requestHash = digestOf([saving.responseId, sent])
  let saved: Saved | undefined
  const done = await once(db, { account: account.id, key, requestHash, at: now.toISOString() }, async (trx) => {
    saved = await saveCells(trx, saving)
    return saved.kept
  })
  if (done.state === 'refused') throw badRequest()
  if (saved && !done.isRepeat) return saved
  // What was kept the first time stays as it is, whatever a colleague has made of it since. The rest was not written: it is
  // looked at again, so that no answer has to lie in two places.
  const kept = new Set(done.answer.map(({ field }) => field))
  const rest = await saveCells(db, { ...saving, cells: saving.cells.filter(({ field }) => !kept.has(field)) })
  return { ...rest, kept: [...done.answer, ...rest.kept] }
}
