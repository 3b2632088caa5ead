// Evidence documents: judged by name, size and content, then kept in the database beside the answers.
import { keepFile } from '#db/files.ts'
import { judgeFile } from '#surveys/answering/judging.ts'
import type { FileQuestion } from '#surveys/definition/model.ts'
import type { DelegationVisit } from '../../access.server.ts'
import { idOf, namesOf } from '../../components/questions/asked.ts'
import type { Wrong } from '../../components/wrongs.tsx'
import { kindOf, mediaTypeOf } from './document-kinds.ts'
import { stepOf } from './keeping.server.ts'
import type { OwnReply } from './own-reply.server.ts'
import { problemWords } from './views/problem-words.ts'
import { isolated } from './views/reader.ts'

/** The longest name that is kept; longer ones are cut before their ending. */
const NAME_MAX = 120

/** Keeps the documents that were chosen for a question. @returns what was not added, and why */
export async function keepDocuments(reply: OwnReply, visit: DelegationVisit, name: string): Promise<Wrong[]> {
  const field = reply.codebook.byName.get(name)
  if (field?.question.type !== 'file') return []
  const { t } = reply.reader
  const href = `#${idOf(name, 'v')}`
  const chosen = visit.form.getAll(namesOf(name).file).filter((entry) => entry instanceof File && entry.name !== '')
  if (chosen.length === 0) return [{ href, words: `${field.number}: ${t('answer:files.none_chosen')}` }]
  const wrongs: Wrong[] = []
  for (const document of chosen as File[]) {
    const why = await keepDocument(reply, visit, { name, question: field.question, document })
    const said = { name: isolated(document.name), why: why ?? '' }
    if (why !== null) wrongs.push({ href, words: `${field.number}: ${t('answer:files.not_accepted', said)}` })
  }
  return wrongs
}

type Chosen = { readonly name: string; readonly question: FileQuestion; readonly document: File }

/** @returns why it was not added, as a sentence; null when it was */
async function keepDocument(reply: OwnReply, visit: DelegationVisit, chosen: Chosen): Promise<string | null> {
  const { reader } = reply
  const { question, document } = chosen
  const name = tidyName(document.name)
  const wrong = judgeFile(question, { name, bytes: document.size })
  if (wrong) return problemWords(wrong, reader)
  if (document.size === 0) return reader.t('answer:files.empty')
  const content = new Uint8Array(await document.arrayBuffer())
  const ending = endingOf(name)
  if (kindOf(content) !== ending) return reader.t('answer:files.content', { kind: ending.toUpperCase() })
  const step = { ...stepOf(reply, visit), field: chosen.name, name, mediaType: mediaTypeOf(ending), content }
  const kept = await keepFile(visit.db, step)
  if (kept.state === 'problem') return problemWords({ code: kept.problem, values: { max: kept.max } }, reader)
  return kept.state === 'refused' ? reader.t('answer:closed.closed') : null
}

/** `jpeg` is `jpg`. */
function endingOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return ending === 'jpeg' ? 'jpg' : ending
}

/** A name that is safe to show and to save under: no path, no invisible characters, not too long, its ending kept. */
export function tidyName(raw: string): string {
  const plain = raw
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
  const dot = plain.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  return `${stem.slice(0, NAME_MAX) || 'document'}${ending.slice(0, 12)}`
}

/**
 * Documents that were chosen and not uploaded: the section's form sends only their names, so that nothing can be kept.
 * @returns a line for each, as a silent loss would be the worst answer
 */
export function notUploaded({ codebook, reader }: OwnReply, section: string, { form }: DelegationVisit): Wrong[] {
  return (codebook.bySection.get(section) ?? []).flatMap(({ name, number, question }) => {
    if (question.type !== 'file') return []
    const names = form.getAll(namesOf(name).file).filter((entry) => typeof entry === 'string' && entry !== '')
    return names.map((document) => ({
      href: `#${idOf(name, 'v')}`,
      words: `${number}: ${reader.t('answer:files.not_uploaded', { name: isolated(String(document)) })}`,
    }))
  })
}
