// Whatever an address matches in the whole house it matches in its wing, however it is written; and a wing is small.
import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inWings } from '#app/wings.ts'

type Route = { id: string; parentId?: string; path?: string; index?: boolean }

const routes: Route[] = [
  { id: 'root', path: '' },
  { id: 'front', parentId: 'root', index: true },
  { id: 'answer', parentId: 'root', path: 'answer' },
  { id: 'round', parentId: 'root', path: 'answer/:round' },
  { id: 'save', parentId: 'root', path: 'answer/:round/:section/save' },
  { id: 'frame', parentId: 'root', path: 'team' },
  { id: 'framed', parentId: 'frame', path: ':round/settings' },
  { id: 'sign-in', parentId: 'root', path: 'sign-in' },
  { id: 'not-there', parentId: 'root', path: '*' },
]
const byId = Object.fromEntries(routes.map((route) => [route.id, route]))
const whole = { routes: byId, assets: { routes: byId } } as unknown as ServerBuild
const wing = inWings(whole)

const found = (build: ServerBuild, pathname: string) => {
  const known = Object.values(build.routes) as unknown as Route[]
  const under = (parentId: string | undefined): object[] =>
    known
      .filter((route) => route.parentId === parentId)
      .map((route) => (route.index ? route : { ...route, children: under(route.id) }))
  return matchRoutes(under(undefined) as never, pathname)?.map(({ route }) => route.id)
}

test.each([
  '/',
  '/answer',
  '/Answer/x',
  '/%61nswer/x/y/save',
  '/team/x/settings',
  '/sign-in',
  '/nowhere/at/all',
  '//',
  '/%zz',
])('%s', (pathname) => {
  expect(found(wing(pathname), pathname)).toEqual(found(whole, pathname))
})

test('any address at all', () => {
  const part = fc.oneof(fc.constantFrom('answer', 'ANSWER', 'team', 'settings', 'save', 'sign-in', ''), fc.webSegment())
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const pathname = `/${parts.join('/')}`
      expect(found(wing(pathname), pathname)).toEqual(found(whole, pathname))
    }),
  )
})

test('data stands in the wing of its page, and a wing has no routes of another', () => {
  expect(wing('/answer.data')).toBe(wing('/answer/x.data'))
  const { routes, assets } = wing('/answer')
  for (const known of [routes, assets.routes])
    expect(Object.keys(known)).toEqual(['root', 'front', 'answer', 'round', 'save', 'not-there'])
})
