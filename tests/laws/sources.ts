// The files of the project and what they import, for the laws.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type Source = { readonly path: string; readonly text: string }
export type Import = { readonly from: string; readonly what: string; readonly isType: boolean }

const SKIPPED = new Set(['node_modules', 'build', 'data', '.git', '.cache'])

/** Paths below some folders, from the top of the project, in order. */
export function pathsIn(folders: readonly string[], ending: RegExp): string[] {
  return folders
    .filter(existsSync)
    .flatMap((folder) => walk(folder))
    .filter((path) => ending.test(path))
    .sort()
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(path)
    return [path]
  })
}

export const read = (path: string): Source => ({ path, text: readFileSync(path, 'utf8') })

/** All TypeScript of the four rooms. */
export const CODE = pathsIn(['app', 'db', 'surveys', 'tests'], /\.tsx?$/).map(read)

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"\n]+)['"]\s*\)/g

/** What a file imports or re-exports, dynamic imports included. */
export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, stated, dynamic]) => ({
    from: path,
    what: stated ?? dynamic ?? '',
    isType: type !== undefined,
  }))
}

/** The path of an import within the project; null for packages. */
export function resolved({ from, what }: Import): string | null {
  if (what.startsWith('#')) return what.slice(1)
  return what.startsWith('.') ? normalize(join(dirname(from), what)) : null
}

/** `db` of `db/rounds.ts`. */
export const roomOf = (path: string) => path.split('/', 1)[0] ?? ''
