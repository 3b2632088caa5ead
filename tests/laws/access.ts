// Every loader and every action says who may call it: the law is read from the build that is served.
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { BUILD_FOLDER } from '#app/build-folder.js'

type Routed = { readonly id: string; readonly module: NonNullable<ServerBuild['routes'][string]>['module'] }

async function builtModules(): Promise<Routed[]> {
  const built = pathToFileURL(`${BUILD_FOLDER}/server/index.js`).href
  const { routes }: ServerBuild = await import(/* @vite-ignore */ built)
  return Object.entries(routes).flatMap(([id, route]) => (route ? [{ id, module: route.module }] : []))
}

test('every loader and every action is wrapped', async () => {
  const modules = await builtModules()
  const bare = modules.flatMap(({ id, module }) =>
    (['loader', 'action'] as const)
      .filter((name) => module[name] && !('access' in module[name]))
      .map((name) => `${id} ${name}`),
  )
  expect(modules.length).toBeGreaterThan(5)
  expect(bare).toEqual([])
})

test('a route that shows something asks who looks: no page without a loader', async () => {
  const modules = await builtModules()
  expect(modules.filter(({ module }) => module.default && !module.loader).map(({ id }) => id)).toEqual([])
})

test('pages stay the HTML they are: only results run React in the browser', async () => {
  const modules = await builtModules()
  const hydrated = modules.filter(({ module }) => (module.handle as { hydrate?: boolean } | undefined)?.hydrate)
  expect(hydrated.map(({ id }) => id).filter((id) => !id.startsWith('routes/results/'))).toEqual([])
})
