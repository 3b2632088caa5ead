// What an item of the agenda shows, as one line of text: `question:round:needs.priority:digital_evidence`.

export type Shows =
  | { readonly kind: 'text' | 'decisions' | 'conclusions' | 'tour' }
  | { readonly kind: 'needs' | 'steps' | 'measures'; readonly round: string }
  | { readonly kind: 'question'; readonly round: string; readonly ref: string; readonly item: string | null }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'conclusion'; readonly number: number }

/** @returns undefined when the line says nothing that is known */
export function readShows(line: string): Shows | undefined {
  const [kind, first = '', second = '', third = ''] = line.split(':')
  if (kind === 'text' || kind === 'decisions' || kind === 'conclusions' || kind === 'tour') return { kind }
  if ((kind === 'needs' || kind === 'steps' || kind === 'measures') && first) return { kind, round: first }
  if (kind === 'question' && first && second) return { kind, round: first, ref: second, item: third || null }
  if (kind === 'country' && first) return { kind, country: first }
  if (kind === 'conclusion' && /^[1-9]\d{0,3}$/.test(first)) return { kind, number: Number(first) }
  return undefined
}
