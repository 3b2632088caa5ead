// XML from plain values: every text escaped, nothing that XML forbids.

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Characters that XML 1.0 does not allow, even escaped. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const escaped = (text: string) =>
  text.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Text between tags. */
export const words = (text: string): string => escaped(text)

/** @param inside made by `element` or `words`; null is left out, nothing at all makes an empty element */
export function element(name: string, attributes: Attributes, ...inside: readonly (string | null)[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value)).replaceAll('"', '&quot;')}"`],
  )
  const content = inside.join('')
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}
