// Every address of the server that was built, as its floor plan has it.
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { BUILD_FOLDER } from '#app/build-folder.js'

export type BuiltRoute = { readonly id: string; readonly path: string; readonly isPage: boolean }

/** All routes but the frame around them. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const build: ServerBuild = await import(/* @vite-ignore */ pathToFileURL(`${BUILD_FOLDER}/server/index.js`).href)
  return Object.values(build.routes).flatMap((route) =>
    route && route.id !== 'root'
      ? [{ id: route.id, path: `/${route.path ?? ''}`, isPage: route.module.default !== undefined }]
      : [],
  )
}
