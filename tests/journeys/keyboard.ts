// A person who answers with the keyboard alone: from stop to stop with Tab, and what each stop asks for by its own keys.
import type { Page } from 'playwright-core'
import type { Cell, Cells } from '#surveys/answering/model.ts'

/** What has the focus, as far as it matters here. */
type Stop = {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly value: string
  readonly isChosen: boolean
  /** of the group of radio buttons, or of the select: keys in their order, and the chosen one's place */
  readonly keys: readonly string[]
  readonly at: number
  /** of a summary: the item, or the comments and the reasons for no answer, that it opens; nothing when it is open */
  readonly opens: readonly string[]
  /** of a ranking: what is ranked; of a field for links: what is attached */
  readonly placed: readonly string[]
}

/** More stops than any page has. */
const MOST = 3000

/**
 * Answers a section as planned: opens what is folded, chooses, types, and leaves what is right already.
 * @returns how many stops were changed; the focus stands on the button that saves and goes on
 */
export async function answerByKeyboard(page: Page, plan: Cells): Promise<number> {
  let changes = 0
  for (let stops = 0; stops < MOST; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(readStop)
    if (stop.name === 'act' && stop.value === 'save') return changes
    changes += await answerStop(page, stop, plan)
  }
  throw new Error(`no end of the section after ${MOST} stops: ${page.url()}`)
}

/** Goes with Tab to what has this name, and this value where one is given. @throws when it is not on the page */
export async function goTo(page: Page, name: string, value?: string): Promise<Stop> {
  for (let stops = 0; stops < MOST; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(readStop)
    if (stop.name === name && (value === undefined || stop.value === value || stop.keys.includes(value))) return stop
  }
  throw new Error(`${name} ${value ?? ''} cannot be reached with Tab: ${page.url()}`)
}

/** Chooses a radio button of the group that has the focus. */
export async function choose(page: Page, { keys, at }: Stop, key: string): Promise<void> {
  const place = keys.indexOf(key)
  if (place < 0) throw new Error(`no ${key} among ${keys.join(' ')}`)
  if (place === at) return
  const from = Math.max(at, 0)
  if (place === from) await page.keyboard.press('Space')
  const arrow = place > from ? 'ArrowDown' : 'ArrowUp'
  for (let step = 0; step < Math.abs(place - from); step += 1) await page.keyboard.press(arrow)
}

async function answerStop(page: Page, stop: Stop, plan: Cells): Promise<number> {
  if (stop.tag === 'SUMMARY') {
    if (!stop.opens.some((name) => isWanted(plan, name))) return 0
    await page.keyboard.press('Enter')
    return 0
  }
  if (stop.name === 'act') return press(page, stop, plan)
  const [field = '', part = 'value'] = stop.name.split('~')
  const cell = plan.get(field)
  if (!cell) return 0
  if (stop.type === 'radio')
    return chooseOne(page, stop, { ...cell, value: part === 'absence' ? cell.absence : cell.value })
  if (stop.tag === 'SELECT') return chooseOne(page, stop, { ...cell, value: textFor(part, cell) })
  if (stop.type === 'checkbox') return tick(page, stop, cell)
  const text = part === 'link' && stop.placed.length > 0 ? null : textFor(part, cell)
  if (text === null || text === stop.value) return 0
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
  return 1
}

/** The next option of a ranking, and a link that was typed, are added with buttons of their own. */
async function press(page: Page, { value, placed }: Stop, plan: Cells): Promise<number> {
  const [verb = '', field = '', option] = value.split(':')
  const wanted = plan.get(field)?.value
  const isNext = verb === 'rank-add' && Array.isArray(wanted) && wanted[placed.length] === option
  if (!isNext && !(verb === 'add-link' && wanted && placed.length === 0)) return 0
  // A ranking moves in place; with a link added, the page comes anew.
  await Promise.all([isNext || page.waitForEvent('load'), page.keyboard.press('Enter')])
  return 1
}

/** @param name of a comment, of reasons for no answer, or of an item whose fields begin with it */
function isWanted(plan: Cells, name: string): boolean {
  const [field = '', part] = name.split('~')
  if (part === 'comment') return Boolean(plan.get(field)?.comment)
  if (part === 'absence') return Boolean(plan.get(field)?.absence)
  return [...plan.keys()].some((planned) => planned.startsWith(`${field}.`))
}

async function chooseOne(page: Page, stop: Stop, { value }: Cell): Promise<number> {
  if (typeof value !== 'string' || stop.keys[stop.at] === value) return 0
  await choose(page, stop, value)
  return 1
}

async function tick(page: Page, { value, isChosen }: Stop, cell: Cell): Promise<number> {
  const isWanted = cell.value === value || (Array.isArray(cell.value) && cell.value.some((key) => key === value))
  if (isWanted === isChosen) return 0
  await page.keyboard.press('Space')
  return 1
}

/** What is typed into a part of a field; null for nothing. */
export function textFor(part: string, { value, comment }: Cell): string | null {
  if (part === 'comment') return comment || null
  const [first] = Array.isArray(value) ? value : []
  if (part === 'link') return typeof first === 'object' && first.kind === 'link' ? first.url : null
  if (part === 'value') return typeof value === 'string' || typeof value === 'number' ? String(value) : null
  const [year, month, day] = typeof value === 'string' ? value.split('-') : []
  if (part === 'year') return year ?? null
  const two = part === 'month' ? month : part === 'day' ? day : undefined
  return two === undefined ? null : String(Number(two))
}

/** Runs in the page. */
function readStop(): Stop {
  const element = document.activeElement as HTMLInputElement | HTMLSelectElement | null
  const { tagName = '', type = '', name = '', value = '' } = element ?? {}
  const isRadio = type === 'radio'
  const group = isRadio ? [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`)] : []
  const options = element instanceof HTMLSelectElement ? [...element.options] : group
  const details = tagName === 'SUMMARY' ? element?.closest('details') : null
  const isClosed = details !== null && details !== undefined && !details.open
  return {
    tag: tagName,
    type,
    name,
    value,
    isChosen: element instanceof HTMLInputElement && element.checked,
    keys: options.map((option) => option.value),
    at: element instanceof HTMLSelectElement ? element.selectedIndex : group.findIndex(({ checked }) => checked),
    placed: [
      ...(element?.closest('[data-ranking]')?.querySelectorAll<HTMLInputElement>('input:enabled') ?? []),
      ...(element
        ?.closest('form')
        ?.querySelectorAll<HTMLButtonElement>(
          `button[value^="remove-file:${name === 'act' ? value.split(':')[1] : name.split('~')[0]}:"]`,
        ) ?? []),
    ].map((input) => input.value),
    opens: isClosed
      ? details.dataset.item
        ? [details.dataset.item]
        : [...details.querySelectorAll<HTMLInputElement>('textarea, [name$="~absence"]')].map(({ name }) => name)
      : [],
  }
}
