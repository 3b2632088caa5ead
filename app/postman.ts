// Carries letters from the outbox to the mail server: one round at a time, again and again, until the house closes.
import type { Transporter } from 'nodemailer'
import { markRefused, markSent, type QueuedMail, takeDue } from '#db/outbox.ts'
import type { House } from './house.ts'
import { errorFields } from './log.ts'

export type Postman = {
  /** one round now; resolves when all letters that were due are sent or put back */
  round(): Promise<void>
  /** no further round; resolves when the one that runs is over */
  stop(): Promise<void>
}
type Carrier = { send(letter: QueuedMail): Promise<unknown>; close(): Promise<void> }

/** Milliseconds between two rounds. */
const PAUSE = 10_000
/** Milliseconds for a mail server to answer. */
const PATIENCE = 20_000

/** @returns null without SMTP_URL: letters then wait in the outbox, where a manager sees them */
export function startPostman(house: Pick<House, 'db' | 'config' | 'clock' | 'log'>): Postman | null {
  const { smtpUrl } = house.config
  if (!smtpUrl) return null
  const carrier = carrierTo(smtpUrl, house.config)
  let running: Promise<void> = Promise.resolve()
  const round = () => {
    running = running
      .then(() => carry(house, carrier))
      .catch((error) => house.log.error('outbox failed', errorFields(error)))
    return running
  }
  const timer = setInterval(round, PAUSE)
  timer.unref()
  return {
    round,
    async stop() {
      clearInterval(timer)
      await running
      await carrier.close()
    },
  }
}

function carrierTo(smtpUrl: string, { contact, host }: House['config']): Carrier {
  const patience = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE }
  // Nothing is read from files or fetched: a letter is the text of its row.
  const nothingElse = { disableFileAccess: true, disableUrlAccess: true }
  const options = { ...serverOf(smtpUrl), ...patience, ...nothingElse }
  let transport: Promise<Transporter> | undefined
  // Loaded with the first letter.
  const open = () => import('nodemailer').then(({ createTransport }): Transporter => createTransport(options))
  const from = { name: 'Tour de Table', address: contact ?? `no-reply@${host.replace(/:\d+$/, '')}` }
  return {
    async send({ id, to, subject, text, html }) {
      transport ??= open()
      return (await transport).sendMail({
        from,
        to,
        subject,
        text,
        html: html ?? undefined,
        messageId: `<${id}@${host.replace(/:\d+$/, '')}>`,
        // Out-of-office answers go nowhere, and nobody's filter takes this for a newsletter.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: async () => (await transport)?.close(),
  }
}

/**
 * Where the mail server is. Letters carry codes, so they travel encrypted, unless the server is on this machine, has a
 * name without a dot (inside one's own network), or the address says `?requireTLS=false`.
 */
export function serverOf(smtpUrl: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const isNear = !host.includes('.') || host.startsWith('127.')
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined
  return {
    host,
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    secure: protocol === 'smtps:',
    requireTLS: protocol === 'smtp:' && !isNear && searchParams.get('requireTLS') !== 'false',
    auth,
  }
}

async function carry({ db, clock, log }: Pick<House, 'db' | 'clock' | 'log'>, carrier: Carrier): Promise<void> {
  for (;;) {
    const due = await takeDue(db, { at: clock().toISOString() })
    if (due.length === 0) return
    for (const letter of due) {
      try {
        await carrier.send(letter)
        await markSent(db, { id: letter.id, at: clock().toISOString() })
      } catch (error) {
        log.warn('letter not sent', { letter: letter.id, attempts: letter.attempts, ...refusalOf(error) })
        await markRefused(db, { id: letter.id, error: messageOf(error), isFinal: isFinal(error) })
      }
    }
  }
}

/** 5xx: the mail server will not take this letter tomorrow either. */
function isFinal(error: unknown): boolean {
  const code = responseCodeOf(error)
  return code !== null && code >= 500 && code < 600
}

function responseCodeOf(error: unknown): number | null {
  return error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** For the log: never the server's sentence, which may name the person. */
function refusalOf(error: unknown): { code: string | null; response: number | null } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  return { code, response: responseCodeOf(error) }
}
