// What changed between two moments of a round, in sentences: replies, places of needs, states of measures, labels of steps.
import { consensusOf, type Label } from './consensus.ts'
import { baseOf, voicesIn } from './disclosure.ts'
import type { Finding, View } from './model.ts'
import { rankNeeds } from './needs.ts'
import { readinessOf } from './readiness.ts'

/**
 * The differences from one view to another of the same questionnaire, the most telling first in each part.
 * Both pass the same disclosure: what neither shows is in no sentence.
 * @returns one finding `change_nothing` where nothing differs
 */
export function changesBetween(before: View, after: View): Finding[] {
  const changes = [
    ...replies(before, after),
    ...places(before, after),
    ...states(before, after),
    ...labels(before, after),
  ]
  return changes.length > 0 ? changes : [{ code: 'change_nothing' }]
}

function replies(before: View, after: View): Finding[] {
  const section = after.codebook.questionnaire.sections[0]?.key ?? ''
  const [from, to] = [before, after].map((view) => baseOf(view, section, voicesIn(view, section).length))
  if (!from || !to || (from.n === to.n && from.of === to.of)) return []
  return [{ code: 'change_base', numbers: { from: from.n, to: to.n, of: to.of } }]
}

function places(before: View, after: View): Finding[] {
  const known = new Map(rankNeeds(before)?.rows.map((row) => [row.area.key, row]))
  const moved = (rankNeeds(after)?.rows ?? []).flatMap((row) => {
    const earlier = known.get(row.area.key)
    if (!earlier || row.isHidden || earlier.isHidden) return []
    const texts = { area: row.area.label }
    const numbers = {
      from: earlier.place ?? 0,
      to: row.place ?? 0,
      k: row.sharedBy,
      n: row.base.n,
      was: earlier.sharedBy,
    }
    if (earlier.place === row.place)
      return earlier.sharedBy === row.sharedBy ? [] : [{ far: 0, finding: { code: 'change_shared', texts, numbers } }]
    const far = Math.abs((earlier.place ?? 0) - (row.place ?? 0))
    if (row.place === null) return [{ far, finding: { code: 'change_place_lost', texts, numbers } }]
    if (earlier.place === null) return [{ far, finding: { code: 'change_place_new', texts, numbers } }]
    return [
      { far, finding: { code: row.place < earlier.place ? 'change_place_up' : 'change_place_down', texts, numbers } },
    ]
  })
  return moved.sort((a, b) => b.far - a.far).map(({ finding }) => finding)
}

function states(before: View, after: View): Finding[] {
  const [earlier, later] = [readinessOf(before), readinessOf(after)]
  const known = new Map(earlier?.rows.map((row) => [row.measure.key, row]))
  return (later?.rows ?? []).flatMap((row): Finding[] => {
    const was = known.get(row.measure.key)
    if (!was || row.isHidden || was.isHidden) return []
    const done = (states: typeof row.states) => states.find(({ option }) => option.key === later?.done)?.count ?? 0
    const numbers = { from: done(was.states), to: done(row.states), n: row.base.n }
    const texts = { measure: row.measure.label }
    if (numbers.from !== numbers.to) return [{ code: 'change_done', texts, numbers }]
    const isSame = row.states.every(({ count }, place) => was.states[place]?.count === count)
    if (!isSame) return [{ code: 'change_states', texts }]
    const evidence = { from: was.evidenced, to: row.evidenced }
    return was.evidenced === row.evidenced ? [] : [{ code: 'change_evidence', texts, numbers: evidence }]
  })
}

function labels(before: View, after: View): Finding[] {
  const known = new Map(consensusOf(before)?.rows.map((row) => [row.step.key, row]))
  return (consensusOf(after)?.rows ?? []).flatMap((row): Finding[] => {
    const was = known.get(row.step.key)
    if (!was || row.isHidden || was.isHidden) return []
    const texts = { step: row.step.label }
    const numbers = { from: was.inFavour, to: row.inFavour, n: row.base.n }
    const name = (label: Label | undefined) => label ?? 'none'
    if (was.label !== row.label) return [{ code: `change_label_${name(row.label)}`, texts, numbers }]
    return was.inFavour === row.inFavour ? [] : [{ code: 'change_favour', texts, numbers }]
  })
}
