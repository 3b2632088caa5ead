// What an item of the agenda shows, as one line of text: `question:round:needs.priority:digital_evidence`.

export type Shows =
  | { readonly kind: 'text' }
  | { readonly kind: 'needs' | 'steps' | 'measures'; readonly round: string }
  | { readonly kind: 'question'; readonly round: string; readonly ref: string; readonly item: string | null }
  | { readonly kind: 'country'; readonly country: string }

/** @returns undefined when the line says nothing that is known */
export function readShows(line: string): Shows | undefined {
  const [kind, first = '', second = '', third = ''] = line.split(':')
  if (kind === 'text') return { kind }
  if ((kind === 'needs' || kind === 'steps' || kind === 'measures') && first) return { kind, round: first }
  if (kind === 'question' && first && second) return { kind, round: first, ref: second, item: third || null }
  if (kind === 'country' && first) return { kind, country: first }
  return undefined
}
