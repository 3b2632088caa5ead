// The page of a refusal, drawn without React: in the reader's language, or in all three when nobody could be heard.
import type { Config } from '../config.ts'
import { wordsOf } from '../failures.ts'
import { directionOf, LANGUAGES, type Language } from '../languages.ts'
import type { Storage } from '../operation/storage.ts'
import type { Words } from '../words.ts'

export type Refusal = {
  readonly status: number
  readonly requestId: string
  /** null: the request could not be read far enough to know */
  readonly language: Language | null
}
type Look = {
  readonly words: Words
  readonly config: Pick<Config, 'origin'>
  readonly storage: Pick<Storage, 'closed'>
  readonly stylesheets: readonly string[]
}

/** A whole HTML page: what happened, what to do, and the number to quote. */
export function refusalPage({ status, requestId, language }: Refusal, look: Look): string {
  const { words, config, stylesheets } = look
  const first = language ?? 'en'
  const said = wordsOf(status, look.storage)
  const title = words.t(first)('title', { page: words.t(first)(`${said}.title`) })
  const spoken = language ? [language] : LANGUAGES
  const parts = spoken.map((one) => messageIn(one, said, { words, config, isFirst: one === first }))
  return `<!doctype html>
<html lang="${first}" dir="${directionOf(first)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${stylesheets.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join('\n')}
</head>
<body>
<header class="masthead"><div><a class="brand" href="${escapeHtml(config.origin)}/"><span lang="fr">Tour de Table</span></a></div></header>
<main id="content" tabindex="-1"><div class="page">
${parts.join('\n')}
<p class="meta">${escapeHtml(words.t(first)('problems:quote'))} <bdi>${escapeHtml(requestId)}</bdi></p>
</div></main>
</body>
</html>
`
}

type Message = Pick<Look, 'words' | 'config'> & { readonly isFirst: boolean }

function messageIn(language: Language, said: string, { words, config, isFirst }: Message): string {
  const t = words.t(language)
  const heading = isFirst ? 'h1' : 'h2'
  return `<div class="stack" lang="${language}" dir="${directionOf(language)}">
<${heading}>${escapeHtml(t(`${said}.title`))}</${heading}>
<p class="lead">${escapeHtml(t(`${said}.what`))}</p>
<p>${escapeHtml(t(`${said}.next`, { origin: config.origin }))}</p>
<p><a href="${escapeHtml(config.origin)}/">${escapeHtml(t('problems:to_start'))}</a></p>
</div>`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
