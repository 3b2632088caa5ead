// Puts a page into its frame: who looks, where, and what they may go to.
import { useLocation, useMatches, useParams, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ForFrame, Handle } from '../handle.ts'
import type { loader } from '../root.tsx'
import { Frame } from './frame.tsx'
import { navigationFor } from './navigation.tsx'
import { SessionEnd } from './session-end.tsx'
import { useWords } from './words.tsx'

export function Framed({ children }: { children: ReactNode }) {
  const viewer = useRouteLoaderData<typeof loader>('root')
  const { t } = useWords()
  const { pathname, search } = useLocation()
  const { round } = useParams()
  const matches = useMatches()
  const shown = (matches.at(-1)?.data ?? {}) as ForFrame
  const handle = (matches.at(-1)?.handle ?? {}) as Handle
  if (handle.body === 'hall') return children
  const usual = navigationFor(viewer?.role ?? null, round).map(([key, href]) => ({ href, words: t(`nav.${key}`) }))
  return (
    <Frame
      path={pathname}
      returnTo={pathname + search}
      person={viewer?.person ?? null}
      place={shown.place ?? viewer?.place ?? null}
      nav={[...usual, ...(shown.nav ?? [])]}
      notice={viewer?.notice ?? null}
      banners={viewer?.banners ?? null}
      languageForm={handle.languageForm}
    >
      {viewer?.session && <SessionEnd session={viewer.session} returnTo={pathname + search} />}
      {children}
    </Frame>
  )
}
