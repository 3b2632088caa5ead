// What happened to a reply, in words: the entries of its audit trail.
import type { AuditEntry } from '#db/audit.ts'
import type { Deed } from '../../../components/answering/record-page.ts'
import { isolated, type Reader } from './reader.ts'

/** The entry in words; an action that has no words yet is "Changed". */
export function deedOf(entry: AuditEntry, reader: Reader): Deed {
  const { t, moment } = reader
  return {
    seq: entry.seq,
    when: moment(entry.at),
    who: entry.actorName ?? t('answer:record.system'),
    what: [whatOf(entry, reader), entry.why === null ? '' : isolated(entry.why)].filter(Boolean).join(' – '),
    hash: entry.hash,
  }
}

function whatOf({ action, details }: AuditEntry, { t }: Reader): string {
  const revision = Number(details.revision ?? 0)
  const say = (key: string, values?: Record<string, number>) => t(`answer:record.action.${key}`, values)
  switch (action) {
    case 'response.begun':
      return say('begun')
    case 'cells.saved':
      return say('saved', { count: Object.keys((details.fields as object | undefined) ?? {}).length })
    case 'file.kept':
      return say('file_added')
    case 'file.removed':
      return say('file_removed')
    case 'response.submitted':
      return [say('submitted', { revision }), basisOf(details.basis, t)].filter(Boolean).join(' – ')
    case 'response.submitted_for':
      return t('documents:behalf.deed', { revision: String(revision), basis: basisOf(details.basis, t) })
    case 'signature.document_kept':
      return t('documents:basis.deed')
    case 'response.reopened':
      return say('reopened', { revision })
    case 'response.disclosure_changed':
      return say('level')
    case 'response.read':
      return say('read')
    case 'carried.gone':
      return t('versions:carried.deed_gone', { count: (details.carried as string[] | undefined)?.length ?? 0 })
    case 'response.moved':
      return t('versions:move.deed', { version: String(details.version ?? '') })
    case 'response.invited':
      return say('invited')
    case 'response.declined':
      return say('declined')
    case 'response.deadline_changed':
      return say('deadline')
    case 'evidence.decided':
      return say('evidence')
    default:
      return t(`review:record.${action.replace('.', '_')}`, { defaultValue: t('answer:record.action.other') })
  }
}

/** Only what was signed elsewhere is worth a word. */
const basisOf = (basis: unknown, t: Reader['t']): string =>
  basis === 'letter' || basis === 'note_verbale' ? t(`documents:basis.${basis}`) : ''
