// Somebody who follows every link and asks for every address in every form, and keeps what came back.

import { plain } from '../../support/forms.ts'
import type { Visitor } from '../../support/people.ts'

export type Found = { readonly address: string; readonly status: number; readonly bytes: Buffer }

/** More addresses than one person can reach: whoever gets there has found a trap, not the end. */
const MOST = 4000
/**
 * Hundreds of times the same: a page for each question of rounds in which the writer left no mark, for one item of a group,
 * for each cell of the other delegations and of groups; a card that is open; the door, once for each page to come back to;
 * the questions of a second snapshot; what a delegation says about each of its answers, and what they were; a form to ask
 * about each answer where the writer wrote nothing; the page of each question across the delegations; each element of a
 * questionnaire that is being written, beside which nobody's answers stand.
 */
const LEFT_OUT = [
  /^\/results\/(?:regional-needs|roadmap|demo-roadmap|demo-regional-needs-[24])\/(?:questions|answers)\//,
  /\/questions\/.*[?&]item=/,
  /\/answers\/(?!XB\/\w+(?:\?|$))/,
  /^\/answer\/.*\?open=/,
  /^\/answer\/.*\/contributions\/(?!respondent_contact$)/,
  /^\/sign-in\?returnTo=/,
  /\/(?:questions|answers)\/.*[?&]snapshot=2/,
  /^\/answer\/.*\/(?:discussion|history)\/(?!lead_institution$|respondent_contact$)/,
  /^\/team\/.*\/questions\/(?!lead_institution$|respondent_contact$)/,
  /\/clarifications\/(?!lead_institution|respondent_contact|supporting_documents)/,
  /\/questionnaires\/drafts\/.*\?at=/,
]

/**
 * Asks for the given addresses, and for whatever the pages link to: as pages and as data.
 * @param take gets every answer, its headers included
 * @returns how many addresses there were
 */
export async function crawl(visitor: Visitor, from: readonly string[], take: (found: Found) => void): Promise<number> {
  const seen = new Set(from)
  let round = [...seen]
  while (round.length > 0) {
    const next = new Set<string>()
    const work = async () => {
      for (let address = round.pop(); address !== undefined; address = round.pop()) {
        for (const link of await visit(visitor, address, take)) if (!seen.has(link)) next.add(link)
      }
    }
    await Promise.all([work(), work(), work()])
    for (const link of next) seen.add(link)
    round = [...next]
    if (seen.size > MOST) throw new Error(`${visitor.key} finds no end: ${round.slice(-20).join(' ')}`)
  }
  return seen.size
}

async function visit(visitor: Visitor, address: string, take: (found: Found) => void): Promise<string[]> {
  const page = await visitor.get(address)
  const bytes = await bytesOf(page)
  take({ address, status: page.status, bytes })
  const type = page.headers.get('content-type') ?? ''
  const to = page.headers.get('location')
  if (!type.startsWith('text/html')) return to ? internal([to], address) : []
  const data = dataOf(address)
  if (data) {
    const answer = await visitor.get(data)
    take({ address: data, status: answer.status, bytes: await bytesOf(answer) })
  }
  const links = bytes.toString().matchAll(/\s(?:href|src|action|formaction|data-[\w-]+(?=="\/))="([^"]+)"/gi)
  return internal(
    [...links].map(([, link]) => plain(link ?? '')),
    address,
  )
}

async function bytesOf(answer: Response): Promise<Buffer> {
  const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n')
  return Buffer.concat([Buffer.from(`${headers}\n\n`), Buffer.from(await answer.arrayBuffer())])
}

function dataOf(address: string): string | undefined {
  const url = new URL(address, 'http://house')
  return url.pathname === '/' ? undefined : `${url.pathname}.data${url.search}`
}

/** Addresses of the house, without the place in the page. */
function internal(links: readonly string[], base: string): string[] {
  return links.flatMap((link) => {
    const url = URL.parse(link, new URL(base, 'http://house'))
    const address = url?.host === 'house' ? url.pathname + url.search : null
    return address === null || LEFT_OUT.some((pattern) => pattern.test(address)) ? [] : [address]
  })
}
