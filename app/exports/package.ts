// A data package as a ZIP file, written piece by piece: every file is hashed on its way in, none is held whole.
import { createHash } from 'node:crypto'
import type { Export, Lines, Replies } from '#surveys/tables/export.ts'
import { closingEntries, type Entry, packageEntries } from '#surveys/tables/package/entries.ts'
import type { PackageAbout, Packed } from '#surveys/tables/package/model.ts'

/** The same bytes each time: the archive tells no time of its own. */
const MADE = new Date(2000, 0, 1)

/** @param from read once for each table of answers */
export async function* packageParts(of: Export, about: PackageAbout, from: () => Replies): AsyncGenerator<Lines> {
  const { Zip, ZipDeflate } = await import('fflate')
  const written: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    failure ??= error
    if (chunk) written.push(chunk)
  })
  const take = () => {
    if (failure) throw failure
    // Copies: what is handed to another thread is gone here, with the memory around it.
    return written.splice(0).map((chunk): Lines => ({ bytes: chunk.slice(), count: 0 }))
  }
  async function* pack({ path, pieces }: Entry): AsyncGenerator<Lines, Packed> {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = MADE
    zip.add(file)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of pieces()) {
      hash.update(piece)
      bytes += piece.length
      file.push(piece)
      yield* take()
    }
    file.push(new Uint8Array(0), true)
    yield* take()
    return { path, bytes, sha256: hash.digest('hex') }
  }
  const packed: Packed[] = []
  for (const entry of packageEntries(of, about, from)) packed.push(yield* pack(entry))
  for (const { path, text } of closingEntries(of, about, packed)) yield* pack({ path, pieces: () => one(text) })
  zip.end()
  yield* take()
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
