// Signing off: what the form says, what is missing in it, and the seal.
import { digestOf } from '#db/digest.ts'
import { once } from '#db/intents.ts'
import { waitingDocument } from '#db/signatures.ts'
import { type Submitted, submitResponse } from '#db/submitting.ts'
import { lengthOf, normalText, tidyLine, withoutOverrides } from '#surveys/answering/characters.ts'
import { postedOf } from '#surveys/answering/form.ts'
import { BASES, needsDocument } from '#surveys/answering/signature.ts'
import { badRequest, type DelegationVisit } from '../../access.server.ts'
import type { SignOff } from '../../components/answering/check-page.ts'
import { saying } from '../../components/questions/said.tsx'
import type { Wrong } from '../../components/wrongs.tsx'
import { notify } from '../../notices.ts'
import { stepOf } from './keeping.server.ts'
import type { OwnReply } from './own-reply.server.ts'
import { levelOf, sectionLevelsOf } from './views/levels.ts'
import type { Reader } from './views/reader.ts'

const LONGEST = 200

/** What the form says; nothing is guessed. */
export function readSignOff({ form }: DelegationVisit, { codebook }: OwnReply): SignOff {
  const level = levelOf(form.get('level'))
  const line = (name: string) => normalText(withoutOverrides(tidyLine(String(form.get(name) ?? ''))))
  return {
    level,
    sectionLevels: sectionLevelsOf(form, codebook.questionnaire.sections, level),
    name: line('signed_name'),
    function: line('signed_function'),
    basis: BASES.find((basis) => basis === form.get('basis')) ?? 'in_person',
    isAttested: form.get('attest') === 'yes',
  }
}

/** What is missing in the sign-off itself, by the name of its field. */
export function signProblemsOf(sign: SignOff, { t }: Pick<Reader, 't'>, hasPaper: boolean): Record<string, string> {
  const tooLong = (text: string) => (lengthOf(text) > LONGEST ? t('answer:check.too_long', { max: LONGEST }) : '')
  const problems = {
    level: sign.level === null ? t('answer:check.choose_level') : '',
    signed_name: sign.name === '' ? t('answer:check.name_missing') : tooLong(sign.name),
    signed_function: sign.function === '' ? t('answer:check.function_missing') : tooLong(sign.function),
    basis: needsDocument(sign.basis) && !hasPaper ? t('documents:basis.missing') : '',
    attest: sign.isAttested ? '' : t('answer:check.attest_missing'),
  }
  return Object.fromEntries(Object.entries(problems).filter(([, words]) => words !== ''))
}

/** Each as a line of the error summary. */
export const signWrongsOf = (problems: Record<string, string>): Wrong[] =>
  Object.entries(problems).map(([name, words]) => ({ href: `#${name}`, words }))

function tellTeam(trx: DelegationVisit['db'], reply: OwnReply, { house, account, now }: DelegationVisit) {
  const { round, country, id } = reply
  return notify(house, trx, { act: 'submit', round, country, responseId: id, by: account.id, at: now.toISOString() })
}

/** The sentence as it was read, and the paper where the signature was given on one. */
async function signatureFor(trx: DelegationVisit['db'], { id, home, reader }: OwnReply, { basis }: SignOff) {
  const { t, language } = reader
  const words = t('answer:check.attest', { country: saying(home.country, language).words })
  const document = needsDocument(basis) ? ((await waitingDocument(trx, id)) ?? null) : null
  return { basis, attestation: { language, words }, document, isOnBehalf: false }
}

/**
 * Seals the reply once, however often the form is sent.
 * @throws 400 when the same form was used for something else before
 */
export async function submitOnce(
  reply: OwnReply,
  visit: DelegationVisit,
  sign: SignOff & { level: NonNullable<SignOff['level']> },
): Promise<Submitted> {
  const { db, account, form, now } = visit
  const sent = [...postedOf(form)].filter(([name]) => name !== 'intent' && name !== 'seen')
  const key = String(form.get('intent') ?? '')
  if (!/^[\w-]{8,64}$/.test(key)) throw badRequest()
  const intent = { account: account.id, key, requestHash: digestOf([reply.id, sent]), at: now.toISOString() }
  const done = await once(db, intent, async (trx) => {
    const submitted = await submitResponse(trx, {
      ...stepOf(reply, visit),
      level: sign.level,
      sectionLevels: sign.sectionLevels,
      signedName: sign.name,
      signedFunction: sign.function,
      signature: await signatureFor(trx, reply, sign),
      seen: reply.lastActivity?.at ?? null,
    })
    if (submitted.state === 'submitted') await tellTeam(trx, reply, visit)
    return submitted
  })
  if (done.state === 'refused') throw badRequest()
  return done.answer
}
