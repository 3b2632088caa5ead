// Whoever asks to sign in, or changes how: what their request carries, and how the trail and letters will name it.
import type { Act } from '#db/audit.ts'
import type { Words } from '../words.ts'
import type { Asker } from './request-headers.ts'

export type Caller = Asker & { readonly act: Act; readonly words: Words }

/** Too many tries: nothing was looked at, and nothing will be before `until`. */
export type Limited = { readonly state: 'limited'; readonly until: Date }
