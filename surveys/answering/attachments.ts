// Documents and links of a field: adding one, taking one out. What a document holds is kept elsewhere; here is its
// entry in the list.
import type { FileQuestion } from '#surveys/definition/model.ts'
import { readLink } from './entries.ts'
import { judgeFile, type Wrong } from './judging.ts'
import type { Attachment } from './model.ts'

/** The list with the attachment, or why it cannot be added. */
export type Attaching = { readonly list: readonly Attachment[] } | { readonly wrong: Wrong }

/** The name by which an attachment is removed: a document's id, a link's address. */
export function attachmentId(attachment: Attachment): string {
  return attachment.kind === 'file' ? attachment.id : attachment.url
}

/** Adds a document or a link at the end; one that is there already changes nothing. */
export function attach(question: FileQuestion, list: readonly Attachment[], attachment: Attachment): Attaching {
  if (list.some((one) => attachmentId(one) === attachmentId(attachment))) return { list }
  if (list.length >= question.max_files) {
    return { wrong: { code: 'too_many_files', values: { max: question.max_files, count: list.length + 1 } } }
  }
  const wrong = attachment.kind === 'file' ? judgeFile(question, attachment) : undefined
  return wrong ? { wrong } : { list: [...list, attachment] }
}

/** Adds the link that was typed; an empty entry changes nothing. */
export function attachLink(question: FileQuestion, list: readonly Attachment[], raw: string): Attaching {
  const entry = readLink(raw)
  if ('problem' in entry) return { wrong: { code: entry.problem } }
  return entry.value === null ? { list } : attach(question, list, { kind: 'link', url: entry.value })
}

/** The list without the document of this id or the link of this address. */
export function detach(list: readonly Attachment[], id: string): readonly Attachment[] {
  return list.filter((one) => attachmentId(one) !== id)
}
