// A signed paper that somebody uploads: a letter or a note verbale, judged by its name, its size and its content.
import type { NewDocument } from '#db/signatures.ts'
import { kindOf, mediaTypeOf } from './document-kinds.ts'
import { tidyName } from './uploading.server.ts'

const KINDS: readonly string[] = ['pdf', 'docx', 'jpg', 'png']
const MOST_BYTES = 10_000_000

/** @returns the document; or why it is not taken: none was chosen, it is too large, it is of another kind */
export async function paperIn(form: FormData, name: string): Promise<NewDocument | 'none' | 'large' | 'kind'> {
  const file = form.get(name)
  if (!(file instanceof File) || file.size === 0) return 'none'
  if (file.size > MOST_BYTES) return 'large'
  const content = new Uint8Array(await file.arrayBuffer())
  const kind = kindOf(content)
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase().replace('jpeg', 'jpg')
  if (kind === undefined || kind !== ending || !KINDS.includes(kind)) return 'kind'
  return { name: tidyName(file.name), mediaType: mediaTypeOf(kind), content }
}
