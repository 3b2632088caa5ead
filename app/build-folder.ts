// Where the build lies; another one can be named, so that two checkouts of work do not wait for each other.
import { resolve } from 'node:path'

/** Below the project, so that the build finds node_modules. */
export const BUILD_FOLDER = resolve(process.env.BUILD_FOLDER ?? 'build')
