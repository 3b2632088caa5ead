// What the server tells the page around its data: words, nonce, request id. Only the server has it.
import { createContext, useContext } from 'react'
import type { Context } from './house.ts'
import type { Language } from './languages.ts'

export type RequestFacts = Context & { readonly language: Language }

const Facts = createContext<RequestFacts | null>(null)

export const RequestFactsProvider = Facts.Provider

/** @returns null in the browser */
export function useRequestFacts(): RequestFacts | null {
  return useContext(Facts)
}
