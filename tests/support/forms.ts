// What a browser without scripts would send for a form of a page: its fields as they stand in the HTML.

/** Entries of the last form in a page that has a field with this name, buttons and documents left out. */
export function formWith(html: string, name: string): URLSearchParams {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const form = forms.findLast((one) => one.includes(` name="${name}"`))
  if (!form) throw new Error(`No form of the page has a field ${name}.`)
  // In the order of the page; a textarea's and a select's content is theirs.
  const controls = form.matchAll(
    /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  )
  return new URLSearchParams(
    [...controls].flatMap(([tag, area, written, select, options]) => {
      if (area !== undefined) return entry(area, plain(written ?? '').replace(/^\n/, ''))
      if (select !== undefined) return entry(select, chosenOf(options ?? ''))
      const type = attribute(tag, 'type') ?? 'text'
      const isOff = ['radio', 'checkbox'].includes(type) && !/ checked\b/.test(tag)
      return isOff || ['submit', 'button', 'file'].includes(type) ? [] : entry(tag, attribute(tag, 'value') ?? '')
    }),
  )
}

function entry(tag: string, value: string): [string, string][] {
  const name = attribute(tag, 'name')
  return name === undefined || / disabled\b/.test(tag) ? [] : [[name, value]]
}

function chosenOf(options: string): string {
  const all = options.match(/<option\b[^>]*>/g) ?? []
  const chosen = all.find((option) => / selected\b/.test(option)) ?? all[0] ?? ''
  return attribute(chosen, 'value') ?? ''
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : plain(value)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

/** As React escapes. */
export const plain = (html: string) => html.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name) => ENTITIES[name] ?? '')
