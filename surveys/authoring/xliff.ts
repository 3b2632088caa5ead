// XLIFF 2.0, what translators' programs exchange: a writer, and a reader that takes nothing but words.

/** One text; `name` is its place in the questionnaire. */
export type Unit = {
  readonly name: string
  readonly source: string
  readonly target: string
  /** of XLIFF: not translated, translated, read by a second person */
  readonly state: 'initial' | 'translated' | 'reviewed'
  readonly note: string
}
export type Exchange = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly units: readonly Unit[]
}
export type ReadUnit = Pick<Unit, 'name' | 'source' | 'target' | 'state'>
/** Undefined where it is no XLIFF 2 for these languages. */
export type ReadExchange = { readonly from: string; readonly to: string; readonly units: readonly ReadUnit[] }

/** XML 1.0 cannot say them at all; XLIFF has an element for each. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be written
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function attribute(text: string): string {
  return text.replace(UNSAYABLE, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}

function content(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#13;')
  return escaped.replace(
    UNSAYABLE,
    (character) => `<cp hex="${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`,
  )
}

export function writeXliff({ id, from, to, units }: Exchange): string {
  const lines = units.map(({ name, source, target, state, note }, index) => {
    const notes = note === '' ? '' : `<notes><note>${content(note)}</note></notes>`
    const translated = target === '' ? '' : `<target>${content(target)}</target>`
    const segment = `<segment state="${target === '' ? 'initial' : state}"><source>${content(source)}</source>${translated}</segment>`
    return `    <unit id="u${index + 1}" name="${attribute(name)}" xml:space="preserve">${notes}${segment}</unit>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${attribute(from)}" trgLang="${attribute(to)}">
  <file id="f1" original="${attribute(id)}">
${lines.join('')}  </file>
</xliff>
`
}

type Tag = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly is: 'open' | 'close' | 'empty'
}

/** Comments, instructions, sections of plain text, tags with their attributes, and words between them. */
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Reads what a translator's program gives back. Inline elements are left out, their words are kept; a unit without a name, or
 * without a target, says nothing.
 * @returns undefined where it is no XLIFF 2, is broken, or declares a document type
 */
export function readXliff(text: string): ReadExchange | undefined {
  const units: { name: string; source: string; target: string; state: Unit['state'] }[] = []
  let languages: { from: string; to: string } | undefined
  let unit: (typeof units)[number] | undefined
  let into: 'source' | 'target' | null = null
  const open: string[] = []
  const add = (words: string) => {
    if (unit && into) unit[into] += words
  }
  for (const token of text.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    const [, plain, , , , , words, broken] = token
    if (broken !== undefined) return undefined
    if (plain !== undefined) add(plain)
    else if (words !== undefined) add(unescaped(words))
    const tag = tagOf(token)
    if (!tag) continue
    if (tag.is === 'close') {
      if (open.pop() !== tag.name) return undefined
      if (tag.name === into) into = null
      if (tag.name === 'unit' && unit) units.push(unit)
      if (tag.name === 'unit') unit = undefined
      continue
    }
    if (tag.is === 'open') open.push(tag.name)
    const value = (name: string) => tag.attributes.get(name) ?? ''
    if (tag.name === 'xliff') {
      if (!/^2\.\d$/.test(value('version'))) return undefined
      languages = { from: value('srcLang'), to: value('trgLang') }
    }
    if (tag.name === 'unit' && tag.is === 'open')
      unit = { name: value('name'), source: '', target: '', state: 'translated' }
    if (tag.name === 'segment' && unit) unit.state = stateIn(value('state'))
    if ((tag.name === 'source' || tag.name === 'target') && tag.is === 'open') into = tag.name
    if (tag.name === 'cp') add(String.fromCodePoint(Number.parseInt(value('hex'), 16) || 0xfffd))
  }
  if (!languages || open.length > 0) return undefined
  return { ...languages, units: units.filter(({ name, target }) => name !== '' && target !== '') }
}

function tagOf([, , slash, name, attributes = '', empty]: RegExpExecArray | RegExpMatchArray): Tag | undefined {
  if (name === undefined) return undefined
  const pairs = [...attributes.matchAll(ATTRIBUTE)].map(
    ([, key = '', double, single]) => [key, unescaped(double ?? single ?? '')] as const,
  )
  return { name, attributes: new Map(pairs), is: slash ? 'close' : empty ? 'empty' : 'open' }
}

/** `final` is what the last reader says; the others mean that somebody has translated it. */
const stateIn = (state: string): Unit['state'] =>
  state === 'reviewed' || state === 'final' ? 'reviewed' : state === 'initial' ? 'initial' : 'translated'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
