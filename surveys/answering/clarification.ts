// The shape of a clarification: what the team asks about one answer, and what was said about it since.

import type { Cell } from './model.ts'

/** noted: written down by the team, not sent */
export type ClarificationState = 'noted' | 'open' | 'answered' | 'accepted' | 'withdrawn'
export type Message = {
  readonly side: 'team' | 'delegation'
  readonly body: string
  readonly language: string
  readonly at: string
  /** name of the account */
  readonly by: string
}
export type Clarification = {
  readonly id: string
  readonly responseId: string
  readonly country: string
  /** from 1 in each response */
  readonly number: number
  readonly field: string
  readonly state: ClarificationState
  readonly question: string
  readonly language: string
  /** who follows it up in the team */
  readonly assignee: { readonly id: string; readonly name: string } | null
  /** ISO date */
  readonly dueOn: string | null
  /** name of the account */
  readonly askedBy: string
  readonly createdAt: string
  readonly sentAt: string | null
  readonly answeredAt: string | null
  readonly settledAt: string | null
  /** the revision that was asked about */
  readonly submissionId: string
  readonly revision: number
  /** the correction that is proposed with it, and what the delegation made of it */
  readonly proposal: { readonly cell: Cell; readonly state: 'open' | 'taken' | 'refused' } | null
  /** after the question, the oldest first */
  readonly messages: readonly Message[]
}

/** True for what was sent and is neither accepted nor withdrawn. */
export const isUnsettled = ({ state }: Pick<Clarification, 'state'>): boolean =>
  state === 'open' || state === 'answered'
