// A hall screen follows its stage: it listens, asks where it cannot listen, keeps its slide when the network goes, and says so.
import { startClock } from './hall/clock.ts'
import { Following } from './hall/following.ts'

startClock()
new Following().start()
