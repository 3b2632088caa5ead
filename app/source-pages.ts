// The pages straight from the sources, for development.
import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import { type Pages, stylesheetsOf } from './pages.ts'
import { remixHandler } from './remix.ts'

export function sourcePages(vite: ViteDevServer): Pages {
  let stylesheets: readonly string[] = []
  const load = async () => {
    const build = (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
    stylesheets = stylesheetsOf(build)
    return build
  }
  const modules = readdirSync('app/enhance').filter((file) => file.endsWith('.ts'))
  return {
    handle: remixHandler(load, 'development'),
    files: vite.middlewares,
    stylesheets: () => stylesheets,
    enhancements: Object.fromEntries(modules.map((file) => [basename(file, '.ts'), `/app/enhance/${file}`])),
  }
}
