// What happened to a reply, in words: the entries of its audit trail.
import type { AuditEntry } from '#db/audit.ts'
import type { Deed } from '../../../components/answering/record-page.ts'
import { isolated, type Reader } from './reader.ts'

/**
 * The entry in words; an action that has no words yet is "Changed".
 * @param names of people whom entries are about, by account
 */
export function deedOf(entry: AuditEntry, reader: Reader, names: ReadonlyMap<string, string> = new Map()): Deed {
  const { t, moment } = reader
  return {
    seq: entry.seq,
    when: moment(entry.at),
    who: entry.actorName ?? t('answer:record.system'),
    what: [whatOf(entry, reader, names), entry.why === null ? '' : isolated(entry.why)].filter(Boolean).join(' – '),
    hash: entry.hash,
  }
}

function whatOf({ action, details }: AuditEntry, { t }: Reader, names: ReadonlyMap<string, string>): string {
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
    case 'membership.added':
    case 'membership.ended':
      return roleWords({ action, details }, t, names)
    case 'stage.projected':
      return t('inside:trail.projected')
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

/** "K. Solari is now an alternate": who got which place, and who no longer has it. */
function roleWords(
  { action, details }: Pick<AuditEntry, 'action' | 'details'>,
  t: Reader['t'],
  names: ReadonlyMap<string, string>,
): string {
  const place = (details.to ?? details.from ?? {}) as { role?: string }
  const name = isolated(names.get(String(details.account)) ?? '')
  const key = action === 'membership.added' ? 'inside:trail.role_given' : 'inside:trail.role_ended'
  return t(key, { name, role: t(`role.${place.role}`) })
}

/** Only what was signed elsewhere is worth a word. */
const basisOf = (basis: unknown, t: Reader['t']): string =>
  basis === 'letter' || basis === 'note_verbale' ? t(`documents:basis.${basis}`) : ''
