// React 18 sends a zero byte where a letter of several bytes does not fit into the end of its buffer; browsers show it
// as a replacement character, and a form would send that back. No page of ours contains one on purpose.
import { Writable } from 'node:stream'
import type { PipeableStream } from 'react-dom/server'

/** All that is piped, without zero bytes; in UTF-8 a zero byte is never part of a letter. */
export function wholeOf(page: Pick<PipeableStream, 'pipe'>): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    const all = new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        chunks.push(chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
        done()
      },
    })
    all.on('finish', () => resolve(Buffer.concat(chunks))).on('error', reject)
    page.pipe(all)
  })
}
