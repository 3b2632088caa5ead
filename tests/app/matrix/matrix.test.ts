import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemonstration } from '../../support/demonstration.ts'
import { signIn, stranger, type Visitor } from '../../support/people.ts'
import { type Places, placesOf } from '../../support/places.ts'
import type { TestServer } from '../../support/server.ts'
import { type BuiltRoute, builtRoutes } from './built-routes.ts'
import { PEOPLE } from './expectations.ts'
import { prepare } from './preparing.ts'
import { meaning, type Row, readTable } from './table.ts'

const rows = readTable()
let server: TestServer
let routes: BuiltRoute[]
let places: Places
let people: Visitor[]

beforeAll(async () => {
  server = await startDemonstration()
  await prepare(server)
  routes = await builtRoutes()
  places = await placesOf(server)
  people = await Promise.all(PEOPLE.map((key) => (key === 'anonymous' ? stranger(server) : signIn(server, key))))
})

afterAll(() => server?.stop())

test('every route of the server has its rows in the table, and no row is about a route that is not there', () => {
  const paths = routes.map(({ path }) => path)
  const lacking = ['GET', 'POST'].flatMap((method) =>
    paths
      .filter((path) => !rows.some((row) => row.method === method && row.route === path))
      .map((path) => `${method} ${path}`),
  )
  expect(lacking).toEqual([])
  expect(rows.filter(({ route }) => !paths.includes(route)).map(({ title }) => title)).toEqual([])
})

test.each(rows)('$title', async (row) => {
  const wrong = await Promise.all(
    people.map(async (person, index) => {
      const cell = row.cells[index] ?? ''
      const answers = row.method === 'GET' ? await read(row, person) : await send(row, person)
      const { page, data } = meaning(cell, row.method)
      return answers.flatMap(({ way, status, problem }) => {
        const expected = way.startsWith('data') ? data : page
        if (status !== expected) return [`${person.key} ${way}: ${status} instead of ${expected}`]
        return problem ? [`${person.key} ${way}: ${problem}`] : []
      })
    }),
  )
  expect(wrong.flat()).toEqual([])
})

type Answer = { readonly way: string; readonly status: number; readonly problem?: string | undefined }

/** Asks in every way there is. */
async function read(row: Row, person: Visitor): Promise<Answer[]> {
  const path = row.path(places)
  const question = row.fields(places)
  const here = withQuestion(path, question)
  const alone = new URLSearchParams([...question, ['_routes', idOf(row)]])
  const page = await person.get(here)
  const head = await person.ask(here, { method: 'HEAD' })
  const data = await person.get(withQuestion(dataPath(path), question))
  const only = await person.get(withQuestion(dataPath(path), alone))
  await Promise.all([page, data, only].map((answer) => answer.arrayBuffer()))
  return [
    { way: 'page', status: page.status, problem: doorProblem(page, person, here) },
    {
      way: 'HEAD',
      status: head.status,
      problem: head.headers.get('location') === page.headers.get('location') ? undefined : 'leads elsewhere',
    },
    { way: 'data', status: data.status },
    { way: 'data of the route alone', status: only.status },
  ]
}

async function send(row: Row, person: Visitor): Promise<Answer[]> {
  const path = row.path(places)
  const form = row.fields(places)
  const page = await person.post(path === '/' ? '/?index' : path, form)
  const data = await person.post(path === '/' ? '/_root.data?index' : dataPath(path), form)
  await Promise.all([page, data].map((answer) => answer.arrayBuffer()))
  return [
    { way: 'form', status: page.status },
    { way: 'data of the form', status: data.status },
  ]
}

/** A stranger is led to the door and back here; nobody else is. */
function doorProblem(answer: Response, person: Visitor, here: string): string | undefined {
  const to = answer.headers.get('location') ?? ''
  // The pages of the door lead to its front.
  if (!to.startsWith('/sign-in?') || here.startsWith('/sign-in')) return undefined
  if (person.key !== 'anonymous') return 'is led to the door'
  return to === `/sign-in?${new URLSearchParams({ returnTo: here })}` ? undefined : `leads to ${to}`
}

const dataPath = (path: string) => (path === '/' ? '/_root.data' : `${path}.data`)
const withQuestion = (path: string, question: URLSearchParams) => (question.size > 0 ? `${path}?${question}` : path)
const idOf = ({ route }: Row) => routes.find(({ path }) => path === route)?.id ?? ''
