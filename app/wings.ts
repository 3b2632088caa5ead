// The house in wings, by the first part of an address: Remix compares each request with every route of its build, several
// times, and remembers nothing. Among the routes of one wing that is a tenth of the work.
import type { ServerBuild } from '@remix-run/node'

/** @returns for a path as it was asked for, a build with every route that it could match, and few others */
export function inWings(build: ServerBuild): (pathname: string) => ServerBuild {
  const names = new Map(Object.keys(build.routes).map((id) => [id, wingOf(build.routes, id)]))
  const only = <R>(routes: Record<string, R>, wing: string | null) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => [wing, null].includes(names.get(id) ?? null)))
  const partOf = (wing: string | null): ServerBuild => {
    const assets = { ...build.assets, routes: only(build.assets.routes, wing) }
    return { ...build, routes: only(build.routes, wing), assets }
  }
  const builds = new Map([...new Set(names.values())].map((wing) => [wing, partOf(wing)]))
  return (pathname) => builds.get(firstPart(pathname)) ?? builds.get(null) ?? build
}

/** Null for what belongs to all: the root, the front door, and the page for what is not there. */
function wingOf(routes: ServerBuild['routes'], id: string): string | null {
  const route = routes[id]
  if (!route?.parentId) return null
  if (route.parentId !== 'root') return wingOf(routes, route.parentId)
  const [first = ''] = (route.path ?? '').split('/')
  return /^[\w.-]+$/.test(first) ? first.toLowerCase() : null
}

/** Remix reads an address decoded, in small and large letters alike, and knows the data of a page by the page's name. */
function firstPart(pathname: string): string {
  const first = pathname.split('/').find(Boolean) ?? ''
  return decoded(first)
    .replace(/\.data$/, '')
    .toLowerCase()
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
