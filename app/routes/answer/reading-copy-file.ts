// The reading copy of the draft as a Word file.
import { asDelegation } from '../../access.server.ts'
import { copyFile, draftCopy } from './reading-copy.server.ts'

export const loader = asDelegation(async (visit) => copyFile(await draftCopy(visit)))
