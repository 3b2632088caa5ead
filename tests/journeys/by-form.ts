// The same answers put into the form at once, for pages without a script: what counts there is what the server makes of it.
import type { Page } from 'playwright-core'
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { textFor } from './keyboard.ts'

/** Fills the form in as planned, and presses the buttons that a ranking and a link need. @returns how many changes */
export async function answerByForm(page: Page, plan: Cells): Promise<number> {
  const fields = [...plan.values()].map((cell) => ({
    field: cell.field,
    parts: partsOf(cell),
    keys: keysOf(cell),
    absence: cell.absence,
  }))
  let changes = await page.evaluate(fillIn, fields)
  for (const cell of plan.values()) changes += await addNext(page, cell)
  // The focus stands on the button that saves and goes on.
  await page.locator('button[name=act][value=save]').focus()
  return changes
}

/** A ranking grows from the top, option by option; the page comes anew each time, with everything typed. */
async function addNext(page: Page, { field, value }: Cell): Promise<number> {
  if (!Array.isArray(value)) return 0
  const named = (act: string) => page.locator(`button[name=act][value="${act}"]`)
  const acts = value.map((entry) => (typeof entry === 'string' ? `rank-add:${field}:${entry}` : `add-link:${field}`))
  let presses = 0
  for (const act of acts) {
    const isAttached =
      act.startsWith('add-link') && (await page.locator(`[value^="remove-file:${field}:"]`).count()) > 0
    if (isAttached || !(await named(act).first().isVisible())) continue
    await Promise.all([page.waitForEvent('load'), named(act).click()])
    presses += 1
  }
  return presses
}

type Filling = {
  readonly field: string
  readonly parts: readonly [string, string][]
  readonly keys: readonly string[]
  readonly absence: string | null
}

const PARTS = ['value', 'comment', 'day', 'month', 'year', 'link'] as const

const partsOf = (cell: Cell): [string, string][] =>
  PARTS.flatMap((part) => {
    const text = textFor(part, cell)
    return text === null ? [] : [[part, text]]
  })

const keysOf = ({ value }: Cell): string[] => [value].flat().filter((key): key is string => typeof key === 'string')

/** Runs in the page. */
function fillIn(fillings: readonly Filling[]): number {
  let changes = 0
  for (const { field, parts, keys, absence } of fillings) {
    const boxesOf = (name: string) =>
      document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(name)}"]:is([type=radio], [type=checkbox])`)
    const boxes = boxesOf(field)
    for (const box of [...boxes, ...boxesOf(`${field}~absence`)]) {
      const isWanted = box.name === field ? keys.includes(box.value) : box.value === absence
      if (box.checked === isWanted) continue
      box.checked = isWanted
      changes += 1
    }
    if (boxes.length > 0 && !parts.some(([part]) => part === 'comment')) continue
    for (const [part, text] of parts) {
      const name = part === 'value' ? field : `${field}~${part}`
      const entry = document.querySelector<HTMLInputElement>(
        `:is(input, select, textarea)[name="${CSS.escape(name)}"]:not([type=radio], [type=checkbox], [type=hidden])`,
      )
      if (!entry || entry.value === text) continue
      if (part === 'link' && document.querySelector(`[value^="remove-file:${field}:"]`)) continue
      entry.value = text
      changes += 1
    }
  }
  return changes
}
