// Letters in the reader's language: plain text, and the same as plain HTML, from right to left in Arabic.
import type { Letter } from '#db/outbox.ts'
import type { Config } from './config.ts'
import { escapeHtml } from './guard/refusal.ts'
import { directionOf, type Language } from './languages.ts'
import { momentsOf } from './moments.ts'
import type { Words } from './words.ts'

/** Keys of `mail:letters`. */
export type LetterName =
  | 'invitation'
  | 'password_reset'
  | 'password_changed'
  | 'factor_added'
  | 'factor_removed'
  | 'factors_reset'
  | 'reset_asked'
  | 'ready_to_sign'
  | 'not_ready_yet'
  | 'reply_submitted'
  | 'question_answered'
  | 'team_asked'
  | 'reply_returned'
  | 'reply_accepted'
  | 'acceptance_withdrawn'
  | 'request_decided'
  | 'reply_reopened'
  | 'submitted_on_behalf'
  | 'assigned'
  | 'account_corrected'
  | 'reminder'
  | 'reminders'
  | 'daily'

export type Written = {
  readonly letter: LetterName
  readonly to: string
  readonly language: Language
  /** what the sentences name; `link` and `code` stand on lines of their own */
  readonly values: Readonly<Record<string, string>>
}
type Desk = { readonly words: Words; readonly config: Pick<Config, 'origin' | 'contact'> }

/** The zone of times in letters: the programme's, always named. */
const ZONE = 'Europe/Brussels'

/** A letter, ready for the outbox. */
export function writeLetter({ words, config }: Desk, { letter, to, language, values }: Written): Letter {
  const t = words.t(language)
  const help = config.contact ? t('mail:help', { contact: config.contact }) : t('mail:help_unknown')
  const said = { ...values, origin: config.origin }
  const parts = [t(`mail:letters.${letter}.text`, said), help, t('mail:foot', { origin: config.origin })]
  const text = parts.join('\n\n')
  const subject = t(`mail:letters.${letter}.subject`, said)
  return { to, language, subject, text, html: htmlOf({ subject, text, language, values, origin: config.origin }) }
}

/** A moment as a letter says it, with its zone: whoever reads it may be anywhere. */
export function momentInLetter({ words }: Pick<Desk, 'words'>, language: Language, when: string | Date): string {
  const moment = momentsOf({ language, digits: 'latn', timeZone: ZONE }).deadline(when)
  return `${moment} (${words.t(language)(`zones.${ZONE}`)})`
}

type Page = Pick<Letter, 'subject' | 'text'> & Pick<Written, 'language' | 'values'> & { readonly origin: string }

function htmlOf({ subject, text, language, values, origin }: Page): string {
  const paragraphs = text.split('\n\n').map((paragraph) => paragraphOf(paragraph, values, origin))
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body>
${paragraphs.join('\n')}
</body>
</html>
`
}

function paragraphOf(paragraph: string, { code }: Written['values'], origin: string): string {
  const words = escapeHtml(paragraph)
  // An address of this house on a line of its own, and nothing that somebody wrote.
  if (paragraph.startsWith(`${origin}/`) && !/\s/.test(paragraph))
    return `<p dir="ltr"><a href="${words}">${words}</a></p>`
  if (paragraph === code) return `<p dir="ltr"><strong>${words}</strong></p>`
  return `<p>${words.replaceAll('\n', '<br>')}</p>`
}
