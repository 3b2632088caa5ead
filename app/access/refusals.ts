// The answers to those who may not come in: sign in first, show the second factor first, or nothing is there.
import { redirect } from '@remix-run/node'
import type { Context } from '../house.ts'
import type { Visit } from './visit.ts'

/** Not there, or not yours: nobody can tell the two apart. To be thrown. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' })
}

/** What was sent cannot be read, whoever sent it. To be thrown. */
export function badRequest(status: 400 | 413 | 415 = 400): Response {
  return new Response(null, { status })
}

/** A page leads to the sign-in and back; data and forms are told 401, and a page that runs a script stays where it is. */
export function askToSignIn({ request, url }: Visit, { isData }: Context): Response {
  if (isData || !['GET', 'HEAD'].includes(request.method)) return new Response(null, { status: 401 })
  return redirect(`/sign-in?${new URLSearchParams({ returnTo: url.pathname + url.search })}`, 303)
}

export function askForSecondFactor({ request, url }: Visit, { isData }: Context): Response {
  if (isData || !['GET', 'HEAD'].includes(request.method)) return new Response(null, { status: 401 })
  return redirect(`/account/second-factor?${new URLSearchParams({ returnTo: url.pathname + url.search })}`, 303)
}
