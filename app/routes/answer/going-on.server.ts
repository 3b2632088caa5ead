// Where a kept form leads: to the next section, back to the question whose button was pressed, into another language.
import type { Act } from '#surveys/answering/form.ts'
import { idOf } from '../../components/questions/asked.ts'
import type { Config } from '../../config.ts'
import { isLanguage, languageCookie } from '../../languages.ts'
import type { OwnReply } from './own-reply.server.ts'

type Kept = { reply: OwnReply; section: string; isRestored: boolean; config: Config }

export function goOn(act: Act, { reply, section, isRestored, config }: Kept): { to: string; headers?: HeadersInit } {
  const { base } = reply.home
  const here = `${base}/${section}`
  switch (act.kind) {
    case 'save': {
      const { sections } = reply.codebook.questionnaire
      const next = sections[sections.findIndex(({ key }) => key === section) + 1]
      return { to: next ? `${base}/${next.key}` : `${base}/check` }
    }
    case 'stay':
      return { to: here }
    case 'language':
      return isLanguage(act.language)
        ? { to: here, headers: { 'Set-Cookie': languageCookie(act.language, config) } }
        : { to: here }
    case 'restore':
      return { to: backTo(here, act.field, { [isRestored ? 'restored' : 'unrestored']: act.field }) }
    default:
      return { to: backTo(here, act.field) }
  }
}

/** Back to the question, the card that holds it open. */
export function backTo(here: string, field: string, news: Record<string, string> = {}): string {
  const search = new URLSearchParams({ ...(field.includes('.') && { open: field }), ...news })
  const mark = here.includes('?') ? '&' : '?'
  return `${here}${search.size > 0 ? `${mark}${search}` : ''}#${idOf(field)}`
}
