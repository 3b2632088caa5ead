// React 18 sends a zero byte where a letter of several bytes does not fit into the end of its buffer; browsers show it
// as a replacement character, and a form would send that back. No page of ours contains one on purpose.
import { Transform } from 'node:stream'

/** Takes zero bytes out of a stream of UTF-8; in UTF-8 a zero byte is never part of a letter. */
export function withoutZeros(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
