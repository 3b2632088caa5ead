// A submission that the team records for a delegation: never from its draft, only from a workbook and a signed paper.
import { randomUUID } from 'node:crypto'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { submitFor } from '#db/submitting-for.ts'
import { LEVELS } from '#surveys/answering/model.ts'
import { asTeam, audit, badRequest, type TeamVisit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Head, Problems } from '../../components/team/frame.tsx'
import { WhatItSays, WorkbookFirst } from '../../components/team/on-behalf.tsx'
import { useWords } from '../../components/words.tsx'
import { Wrongs } from '../../components/wrongs.tsx'
import { LANGUAGES } from '../../languages.ts'
import { notify } from '../../notices.ts'
import { paperIn } from '../answer/paper-upload.ts'
import { done } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { type Recordable, readAgain, readUpload, recordedOf, requireRecordable } from './on-behalf.server.ts'
import { namesOf } from './overview.server.ts'
import { type FormReading, readForm } from './reading.ts'

const MANAGERS = { roles: ['manager'] } as const

export const loader = asTeam(MANAGERS, async (visit) => {
  const { round, country, own, refusal } = await requireRecordable(visit)
  return {
    title: `${visit.t('documents:behalf.title')}: ${country.label[visit.language] ?? country.code}`,
    names: namesOf(round),
    country: { code: country.code, label: country.label },
    revision: own.nextRevision,
    refusal,
    languages: LANGUAGES,
    intent: randomUUID(),
  }
})

export const action = asTeam(MANAGERS, async (visit) => {
  const recordable = await requireRecordable(visit)
  const { t } = visit
  if (recordable.refusal !== null) return refused(t('documents:behalf.refused'), 409)
  switch (visit.form.get('act')) {
    case 'read': {
      const read = await readUpload(recordable, visit)
      if (typeof read === 'string') return refused(read, 400)
      return data({ wrong: null, problems: [], values: {}, recorded: await recordedOf(recordable, visit, read) })
    }
    case 'record':
      return record(recordable, visit)
    default:
      throw badRequest()
  }
})

const refused = (wrong: string, status: 400 | 409) => data({ wrong, problems: [], values: {}, recorded: null }, status)

async function record(recordable: Recordable, visit: TeamVisit) {
  const read = readAgain(recordable, visit)
  const form = readForm(visit.form)
  const signed = signedIn(form)
  const document = await paperIn(visit.form, 'paper')
  if (typeof document === 'string') form.refuse('paper', `paper_${document}`)
  if (form.problems.length === 0 && typeof document !== 'string') {
    const state = await keep(recordable, visit, { ...signed, cells: read.cells, document })
    const { round, country } = recordable
    if (state === 'submitted') return done(`/team/rounds/${round.slug}/${country.code}`, 'recorded')
    if (state === 'refused') return refused(visit.t('documents:behalf.refused'), 409)
  }
  const { problems, values } = form
  return data({ wrong: null, problems, values, recorded: await recordedOf(recordable, visit, read) }, 400)
}

function signedIn(form: FormReading) {
  const signedName = form.text('signed_name', { max: 200 })
  const signedFunction = form.text('signed_function', { max: 200 })
  const basis = form.choice('signature_basis', ['letter', 'note_verbale'])
  const level = form.choice('level', LEVELS)
  if (form.raw('attest') !== 'yes') form.refuse('attest', 'attest_missing')
  return { signedName, signedFunction, basis: basis || 'letter', level: level || 'pmt_only' } as const
}

type Signed = ReturnType<typeof signedIn> & Pick<Parameters<typeof submitFor>[1], 'cells' | 'document'>

/** Seals it once, with the letters to the delegation. */
async function keep({ own, round, country, today }: Recordable, visit: TeamVisit, signed: Signed) {
  const { t, language } = visit
  const attestation = { language, words: t('documents:behalf.attest') }
  const act = { ...audit(visit), responseId: own.id, country: country.code, role: visit.team.role, today }
  return onceOnly(visit, async (trx) => {
    const { state } = await submitFor(trx, { ...act, ...signed, attestation })
    if (state === 'submitted') {
      const told = { act: 'submit_for', round, country: country.code, responseId: own.id } as const
      await notify(visit.house, trx, { ...told, by: visit.account.id, at: act.at })
    }
    return state
  })
}

export default function OnBehalf() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const base = `/team/rounds/${page.names.slug}`
  const here = `${base}/${page.country.code}/on-behalf`
  return (
    <div className="page">
      <Problems sent={sent} />
      <Wrongs wrongs={sent?.wrong ? [{ href: '#workbook', words: sent.wrong }] : []} />
      <Crumbs steps={[{ href: base, words: <Said text={page.names.title} /> }]} here={t('documents:behalf.title')} />
      <Head over={<Said text={page.country.label} />} title={t('documents:behalf.title')}>
        <p className="lead">{t('documents:behalf.lead')}</p>
        <p className="notice plain">{t('documents:behalf.private')}</p>
      </Head>
      {page.refusal !== null && <p className="notice attend">{t('documents:behalf.refused')}</p>}
      {page.refusal === null && !sent?.recorded && <WorkbookFirst address={here} languages={page.languages} />}
      {sent?.recorded && <WhatItSays recorded={sent.recorded} sent={sent} intent={page.intent} leave={here} />}
    </div>
  )
}
