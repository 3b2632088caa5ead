// The page around every page: language, direction, the one stylesheet, the frame, and what speaks when something fails.
import type { LinksFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { viewerOf } from './access/viewer.ts'
import { open } from './access.server.ts'
import { ErrorPage } from './components/error-page.tsx'
import { Framed } from './components/framed.tsx'
import { useSpeaker } from './components/speaker.ts'
import { Speaking } from './components/words.tsx'
import { failureOf } from './failures.ts'
import type { ForFrame, Handle } from './handle.ts'
import { type RequestFacts, useRequestFacts } from './request-context.tsx'
import arabicText from './styles/fonts/ibm-plex-sans-arabic-400.woff2?url'
import arabicBold from './styles/fonts/ibm-plex-sans-arabic-600.woff2?url'
import latinText from './styles/fonts/ibm-plex-sans-latin-400.woff2?url'
import latinBold from './styles/fonts/ibm-plex-sans-latin-600.woff2?url'
import stylesheet from './styles/index.css?url'
import type { Translate } from './translate.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export const loader = open((visit) => viewerOf(visit))

/** The viewer changes only with a whole page; the pages that run scripts never need it again. */
export const shouldRevalidate = () => false

export function Layout({ children }: { children: ReactNode }) {
  const speaker = useSpeaker()
  const facts = useRequestFacts()
  const matches = useMatches()
  const title = titleOf(matches.at(-1)?.data as ForFrame | undefined, facts, speaker.t)
  const handles = matches.map(({ handle }) => (handle ?? {}) as Handle)
  // outside an error boundary the hook gives null, not undefined
  const hasFailed = (useRouteError() ?? null) !== null
  const runsScripts = !hasFailed && handles.some(({ hydrate }) => hydrate)
  const viewer = useRouteLoaderData<typeof loader>('root')
  const isBare = handles.at(-1)?.body === 'hall'
  const always = viewer?.session && !isBare ? ['session'] : []
  const enhancements = hasFailed ? [] : [...always, ...handles.flatMap(({ enhance }) => enhance ?? [])]
  return (
    <html lang={speaker.language} dir={speaker.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {title ? <title>{title}</title> : <Meta />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {fontsOf(speaker.language).map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        <Links />
      </head>
      <body className={hasFailed ? undefined : handles.at(-1)?.body}>
        <Speaking speaker={speaker}>{children}</Speaking>
        {enhancements.map((name) => (
          <script
            key={name}
            type="module"
            src={facts?.enhancements[name]}
            nonce={facts?.nonce}
            suppressHydrationWarning
          />
        ))}
        {runsScripts && <Scripts nonce={facts?.nonce} />}
      </body>
    </html>
  )
}

/** A failed page has no data: its title says what failed. */
function titleOf(shown: ForFrame | undefined, facts: RequestFacts | null, t: Translate): string | null {
  if (facts?.failure) return t('title', { page: t(`problems:${facts.failure}.title`) })
  if (!shown?.title) return null
  return t(facts?.isRefused ? 'title_error' : 'title', { page: shown.title })
}

/** Only what the first lines need: text and bold of the script that the page is written in. */
const fontsOf = (language: string) => (language === 'ar' ? [arabicText, arabicBold] : [latinText, latinBold])

export default function Root() {
  return (
    <Framed>
      <Outlet />
    </Framed>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return (
    <Framed>
      <ErrorPage failure={failureOf(isRouteErrorResponse(error) ? error.status : 500)} />
    </Framed>
  )
}
