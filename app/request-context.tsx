// What the server tells the page around its data: words, nonce, request id, how it went. Only the server has it.
import { createContext, useContext } from 'react'
import type { Context } from './house.ts'
import type { Language } from './languages.ts'

export type RequestFacts = Context & {
  readonly language: Language
  /** the action did not accept what was sent; the page shows it again, with the problems */
  readonly isRefused: boolean
  /** the status of an error page, in the words of `problems`; null on every other page */
  readonly failure: number | null
}

const Facts = createContext<RequestFacts | null>(null)

export const RequestFactsProvider = Facts.Provider

/** @returns null in the browser */
export function useRequestFacts(): RequestFacts | null {
  return useContext(Facts)
}
