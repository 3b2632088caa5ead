// The built pages and files: Remix's server build, its hashed assets, the enhancement modules, and public/.
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express, { type RequestHandler } from 'express'
import { BUILD_FOLDER } from './build-folder.js'
import { type RemixHandler, remixHandler } from './remix.ts'

export type Pages = {
  readonly handle: RemixHandler
  /** what serves files before Remix is asked */
  readonly files: RequestHandler
  /** for pages that are drawn without Remix */
  readonly stylesheets: () => readonly string[]
  /** URLs of the modules of app/enhance, by name */
  readonly enhancements: Readonly<Record<string, string>>
}

type Manifest = Readonly<Record<string, { readonly file: string; readonly isEntry?: boolean }>>

/**
 * The pages as `npm run build` left them.
 * @throws when there is no build
 */
export async function builtPages(folder = BUILD_FOLDER): Promise<Pages> {
  const entry = join(folder, 'server/index.js')
  if (!existsSync(entry)) throw new Error(`There is no build in ${folder}: run "npm run build" first.`)
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild
  return {
    handle: remixHandler(build, 'production'),
    files: builtFiles(folder),
    stylesheets: () => stylesheetsOf(build),
    enhancements: readEnhancements(join(folder, 'enhance/manifest.json')),
  }
}

/** Hashed names never change their content; what lies in public/ may. */
function builtFiles(folder: string): RequestHandler {
  const files = express.Router()
  files.use('/assets', filesOf(join(folder, 'client/assets'), 'public, max-age=31536000, immutable'))
  files.use('/enhance', filesOf(join(folder, 'enhance'), 'public, max-age=31536000, immutable'))
  files.use(filesOf(join(folder, 'client'), 'public, max-age=3600'))
  return files
}

function filesOf(folder: string, caching: string): RequestHandler {
  const options = { index: false, redirect: false, acceptRanges: false, cacheControl: false } as const
  return express.static(folder, {
    ...options,
    // The guard has already said `no-store`, which holds for everything but these.
    setHeaders: (response) => response.setHeader('Cache-Control', caching),
  })
}

/** What root links to. */
export function stylesheetsOf(build: ServerBuild): string[] {
  const links = build.routes.root?.module.links?.() ?? []
  return links.flatMap((link) => ('rel' in link && link.rel === 'stylesheet' && link.href ? [link.href] : []))
}

function readEnhancements(manifest: string): Record<string, string> {
  if (!existsSync(manifest)) return {}
  const entries = Object.entries(JSON.parse(readFileSync(manifest, 'utf8')) as Manifest)
  const modules = entries.filter(([, { isEntry }]) => isEntry)
  return Object.fromEntries(modules.map(([source, { file }]) => [basename(source, '.ts'), `/enhance/${file}`]))
}
