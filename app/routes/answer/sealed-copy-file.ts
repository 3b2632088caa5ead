// The reading copy of a sealed revision as a Word file.
import { asDelegation } from '../../access.server.ts'
import { copyFile, sealedCopy } from './reading-copy.server.ts'

export const loader = asDelegation(async (visit) => copyFile(await sealedCopy(visit)))
