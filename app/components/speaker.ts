// In which language and with which words a page speaks: the server's on the server, those sent along in the browser.
import { useRouteLoaderData } from '@remix-run/react'
import i18next from 'i18next'
import { useMemo } from 'react'
import { directionOf } from '../languages.ts'
import { useRequestFacts } from '../request-context.tsx'
import type { loader } from '../root.tsx'
import { translator } from '../translate.ts'

/** The zone of times where nobody said another one: the programme's. */
export const PROGRAMME_ZONE = 'Europe/Brussels'

export function useSpeaker() {
  const viewer = useRouteLoaderData<typeof loader>('root')
  const facts = useRequestFacts()
  // A page that failed before anybody was recognised speaks the language of the request.
  const language = viewer?.language ?? facts?.language ?? 'en'
  const digits = viewer?.digits ?? 'latn'
  const messages = viewer?.messages
  const t = useMemo(() => {
    if (facts) return facts.house.words.t(language, digits)
    const resources = { [language]: { ...messages } }
    return translator(i18next.createInstance(), { language, digits, resources, onMissing: () => {} })
  }, [facts, language, digits, messages])
  return { t, language, digits, dir: directionOf(language), timeZone: viewer?.timeZone ?? PROGRAMME_ZONE }
}
