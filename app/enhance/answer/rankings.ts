// A ranking moves without reloading the page; a screen reader hears where an option has gone.
import type { Saver } from './saver.ts'

export function startRankings(form: HTMLFormElement, saver: Saver): void {
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[data-move]')
    const ranking = button?.closest<HTMLElement>('[data-ranking]')
    const item = button?.closest('li')
    if (!button || !ranking || !item) return
    event.preventDefault()
    move(ranking, item, button.dataset.move ?? '')
    renumber(ranking)
    say(ranking, item)
    focus(item, button)
    saver.changed(ranking.dataset.ranking ?? '')
  })
}

const orderOf = (ranking: HTMLElement) => ranking.querySelector('ol') as HTMLElement
const restOf = (ranking: HTMLElement) => ranking.querySelector('ul') as HTMLElement

function move(ranking: HTMLElement, item: HTMLElement, way: string): void {
  if (way === 'up') item.previousElementSibling?.before(item)
  if (way === 'down') item.nextElementSibling?.after(item)
  if (way === 'out') restOf(ranking).append(item)
  if (way === 'add') orderOf(ranking).append(item)
}

/** Names the buttons after the new places, and shows those that can be used. */
function renumber(ranking: HTMLElement): void {
  const order = orderOf(ranking)
  const ranked = [...order.children] as HTMLElement[]
  const rest = [...restOf(ranking).children] as HTMLElement[]
  const isFull = ranked.length >= Number(ranking.dataset.most)
  for (const [index, item] of ranked.entries()) {
    dress(ranking, item, index + 1, true)
    disable(item, { up: index === 0, down: index === ranked.length - 1 })
  }
  for (const item of rest) {
    dress(ranking, item, ranked.length + 1, false)
    const add = item.querySelector<HTMLButtonElement>('button[data-move="add"]')
    if (add) add.hidden = isFull
  }
  order.hidden = ranked.length === 0
  restOf(ranking).hidden = rest.length === 0
  for (const line of ranking.querySelectorAll<HTMLElement>('[data-empty]')) line.hidden = ranked.length > 0
  for (const line of ranking.querySelectorAll<HTMLElement>('[data-rest]')) line.hidden = rest.length === 0
}

function dress(ranking: HTMLElement, item: HTMLElement, place: number, isRanked: boolean): void {
  const input = item.querySelector('input')
  if (input) input.disabled = !isRanked
  for (const button of item.querySelectorAll<HTMLButtonElement>('button[data-move]')) {
    const way = button.dataset.move ?? ''
    button.hidden = (way === 'add') === isRanked
    const pattern = ranking.dataset[way]
    const words = button.querySelector('[data-words]')
    if (pattern && words) words.textContent = filled(pattern, item, place)
  }
}

function disable(item: HTMLElement, states: Readonly<Record<string, boolean>>): void {
  for (const [way, isDisabled] of Object.entries(states)) {
    const button = item.querySelector<HTMLButtonElement>(`button[data-move="${way}"]`)
    if (button) button.disabled = isDisabled
  }
}

function say(ranking: HTMLElement, item: HTMLElement): void {
  const place = [...orderOf(ranking).children].indexOf(item) + 1
  const line = ranking.querySelector('[data-said]')
  const pattern = place > 0 ? ranking.dataset.moved : ranking.dataset.removed
  if (line && pattern) line.textContent = filled(pattern, item, place)
}

const filled = (pattern: string, item: HTMLElement, place: number) =>
  pattern.replace('{name}', item.dataset.name ?? '').replace('{place}', String(place))

/** The focus stays with the option that moved; where its button can no longer be used, on the next one that can. */
function focus(item: HTMLElement, used: HTMLButtonElement): void {
  const usable = [used, ...item.querySelectorAll<HTMLButtonElement>('button[data-move]')]
  usable.find((button) => !button.hidden && !button.disabled)?.focus()
}
