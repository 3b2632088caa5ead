// The laws of the house, executed: what must hold in every file, whatever a change is about.
import './laws/rooms.ts'
import './laws/files.ts'
import './laws/access.ts'
import './laws/styles.ts'
import './laws/locales.ts'
import './laws/packages.ts'
import './laws/deployment.ts'
