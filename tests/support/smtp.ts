// A real SMTP server on this machine, that keeps what it is given.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

type Letter = { readonly from: string; readonly to: readonly string[]; readonly raw: string }

/** @param options `refuses`: an address that it knows nobody by; `port`: 0 takes any free one */
export async function mailbox({ refuses = '', port = 0 } = {}) {
  const letters: Letter[] = []
  const box = { refuses }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = Object.assign(new Error('No such user here'), { responseCode: 550 })
      done(address === box.refuses ? refusal : undefined)
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        letters.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  // A client that goes away in the middle is no failure of this server.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const taken = (server.server.address() as AddressInfo).port
  return Object.assign(box, {
    url: `smtp://127.0.0.1:${taken}`,
    letters,
    /** the plain text of a letter */
    textOf: (place: number) => plainPart(letters[place]?.raw ?? ''),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function plainPart(raw: string): string {
  const part = raw.split(/^--.*$/m).find((one) => one.includes('Content-Type: text/plain')) ?? ''
  const [headers = '', ...body] = part.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(headers)) return Buffer.from(text, 'base64').toString()
  return /quoted-printable/i.test(headers) ? text.replace(/=\r\n/g, '') : text
}
