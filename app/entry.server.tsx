// Turns a page into HTML. Whole pages, not streams: an error anywhere becomes an error page, never half a page.
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { type PipeableStream, renderToPipeableStream } from 'react-dom/server'
import { failureOf } from './failures.ts'
import { languageOf } from './languages.ts'
import { errorFields } from './log.ts'
import { type RequestFacts, RequestFactsProvider } from './request-context.tsx'
import { wholeOf } from './without-zeros.ts'

/** Milliseconds after which React gives a page up. */
const LONGEST = 10_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const html = await wholeOf(await render(request, page, context))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(html, { status, headers })
}

function render(request: Request, page: EntryContext, context: AppLoadContext): Promise<PipeableStream> {
  const { actionData, errors, statusCode } = page.staticHandlerContext
  const facts: RequestFacts = {
    ...context,
    language: languageOf(request.headers),
    isRefused: [400, 409].includes(statusCode) && !!actionData,
    failure: errors ? failureOf(statusCode) : null,
  }
  return new Promise((resolve, reject) => {
    const stream = renderToPipeableStream(
      <RequestFactsProvider value={facts}>
        <RemixServer context={page} url={request.url} nonce={context.nonce} />
      </RequestFactsProvider>,
      {
        nonce: context.nonce,
        onAllReady() {
          clearTimeout(timer)
          resolve(stream)
        },
        onShellError: reject,
        onError: reject,
      },
    )
    const timer = setTimeout(() => stream.abort(new Error('The page took too long to draw')), LONGEST)
  })
}

/** What loaders and actions throw by accident; what they throw on purpose is a Response and does not come here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return
  const isRefusal = typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500
  if (isRefusal) return
  context.house.log.error('page failed', { requestId: context.requestId, ...errorFields(error) })
}
