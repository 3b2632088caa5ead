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

/**
 * A page leads to the sign-in and back. A form is sent on, with all that was typed, to a page that keeps it until one
 * has signed in again. Data, files and scripts are told 401.
 */
export function askToSignIn({ request, url }: Visit, { isData }: Context): Response {
  const returnTo = new URLSearchParams({ returnTo: url.pathname + url.search })
  if (isData) return new Response(null, { status: 401 })
  if (['GET', 'HEAD'].includes(request.method)) return redirect(`/sign-in?${returnTo}`, 303)
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const isScript = request.headers.get('accept')?.startsWith('application/json')
  if (!isForm || isScript) return new Response(null, { status: 401 })
  // 307: the browser sends the same form again, to the other address.
  return redirect(`/sign-in/again?${returnTo}`, 307)
}

export function askForSecondFactor({ request, url }: Visit, { isData }: Context): Response {
  if (isData || !['GET', 'HEAD'].includes(request.method)) return new Response(null, { status: 401 })
  return redirect(`/account/second-factor?${new URLSearchParams({ returnTo: url.pathname + url.search })}`, 303)
}
