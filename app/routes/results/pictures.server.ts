// The dashboards as pictures: the findings that the pages show, told in one language, with base and source.
import type { Finding } from '#surveys/analysis/model.ts'
import { absentTile, DIVERGING, type Picture, type PictureRow, SEQUENCE, tile } from '../../pictures/picture.ts'
import { passing } from './filters.server.ts'
import type { Telling } from './picture-telling.server.ts'
import { measureOf, type Results } from './source.server.ts'

/** By the last part of the address. */
export const PICTURES = { needs, 'heat-map': heat, gaps, assistance, partners, measures, steps }

type Drawn = Pick<Picture, 'columns' | 'key' | 'rows'> & {
  readonly finding: Finding
  readonly explained: string
  readonly section: string
  /** the questions it rests on */
  readonly refs: readonly (string | undefined)[]
}

const LAST = SEQUENCE.length - 1
const shade = (place: number, count: number) =>
  SEQUENCE[Math.round((LAST * place) / Math.max(1, count - 1))] ?? SEQUENCE[0]

function needs(results: Results, { t, number, read }: Telling): Drawn | undefined {
  const ranking = results.needs()
  if (!ranking) return undefined
  const { part } = ranking
  const percent = (weight: number) => number(Math.round(100 * weight))
  const rows = passing(ranking.rows, results.areas, (row) => row.area.key).map((row): PictureRow => {
    const label = `${row.place ?? '–'}  ${read(row.area.label)}`
    if (row.isHidden) return { label, shape: { kind: 'nothing' }, note: t('results:too_small') }
    const said = `${t('results:k_of_n', { k: row.sharedBy, n: row.base.n })} · ${t(`results:scope.${row.scope}`)}`
    const shape = { kind: 'bar', value: row.score / 100, mark: row.place === null ? null : row.net / 100 } as const
    return { label, shape, note: `${number(Math.round(row.score))} · ${said}` }
  })
  const explained = t('dashboards:picture.needs', {
    from: part.shared_from,
    priority: percent(part.weights.priority),
    urgency: percent(part.weights.urgency),
    gap: percent(part.weights.gap),
  })
  const refs = [part.priority, part.urgency, part.current, part.needed, part.coverage, part.ranking]
  return { finding: ranking.finding, explained, columns: [], key: [], rows, section: ranking.section, refs }
}

function heat(results: Results, { t, number, read, url }: Telling): Drawn | undefined {
  const map = results.heat(measureOf(url))
  if (!map) return undefined
  const decimals = map.measure === 'score' ? 0 : undefined
  const rows = passing(map.rows, results.areas, (row) => row.area.key).map((row): PictureRow => {
    const tiles = row.cells.map((cell) => {
      if (cell.value !== null) return tile(number(cell.value, decimals), SEQUENCE[cell.tint] ?? SEQUENCE[0])
      return cell.absence ? absentTile(t(`results:absence.${cell.absence}_short`)) : tile('·', '#ffffff')
    })
    const median = row.median === undefined ? '–' : number(row.median, decimals)
    const note = `${t('results:needs.median')} ${median} · ${t('results:k_of_n', { k: row.base.n, n: row.base.of })}`
    const shown = row.isHidden ? t('results:too_small') : note
    return { label: read(row.area.label), shape: { kind: 'cells', tiles }, note: shown }
  })
  return {
    finding: map.finding,
    explained: t(`results:heat.explained_${map.measure}`),
    columns: map.countries.map((country) => read(country.label)),
    key: [],
    rows,
    section: map.ranking.section,
    refs: [map.ranking.part.priority],
  }
}

function gaps(results: Results, { t, number, read }: Telling): Drawn | undefined {
  const found = results.gaps()
  if (!found || found.rows.length === 0) return undefined
  const values = found.levels.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  // a level stands in the middle of its column
  const at = (value: number) => (value - least + 0.5) / (most - least + 1)
  const rows = passing(found.rows, results.areas, (row) => row.area.key).map((row): PictureRow => {
    const label = read(row.area.label)
    if (row.isHidden) return { label, shape: { kind: 'nothing' }, note: t('results:too_small') }
    if (row.current === undefined || row.needed === undefined) return { label, shape: { kind: 'nothing' }, note: '–' }
    const base = t('results:k_of_n', { k: row.base.n, n: row.base.of })
    const shape = { kind: 'dumbbell', from: at(row.current), to: at(row.needed) } as const
    return { label, shape, note: `${t('dashboards:gaps.gap')} ${number(row.gap ?? 0)} · ${base}` }
  })
  return {
    finding: found.finding,
    explained: t('dashboards:gaps.explained'),
    columns: found.levels.map(({ value, option }) => `${value} ${read(option.label)}`),
    key: [tile(t('dashboards:gaps.today'), '#ffffff'), tile(t('dashboards:gaps.needed'), '#0b4a63')],
    rows,
    section: found.section,
    refs: [found.part.current, found.part.needed],
  }
}

function assistance(results: Results, { t, number, read }: Telling): Drawn | undefined {
  const mix = results.modalities()
  if (!mix) return undefined
  const { first, second } = mix.part.weights
  const rows = passing(mix.rows, results.areas, (row) => row.area.key).map((row): PictureRow => {
    const most = row.base.of
    const tiles = row.demands.map((one) => {
      const words = one.second > 0 ? `${number(one.first)} (${number(one.second)})` : number(one.first)
      return tile(words, shade(one.first, most + 1))
    })
    const base = t('results:k_of_n', { k: row.base.n, n: row.base.of })
    const note = row.isHidden ? t('results:too_small') : base
    return { label: read(row.area.label), shape: row.isHidden ? { kind: 'nothing' } : { kind: 'cells', tiles }, note }
  })
  return {
    finding: mix.finding,
    explained: t('dashboards:mix.explained', { first: number(first), second: number(second) }),
    columns: mix.shares.map(({ option }) => read(option.label)),
    key: [],
    rows: [...rows, sharesRow(mix, { t, number })],
    section: mix.section,
    refs: [mix.part.first, mix.part.second],
  }
}

function sharesRow(
  mix: NonNullable<ReturnType<Results['modalities']>>,
  { t, number }: Pick<Telling, 't' | 'number'>,
): PictureRow {
  const tiles = mix.shares.map(({ share }) => {
    const words = share === undefined ? '–' : t('dashboards:percent', { n: number(Math.round(100 * share)) })
    return tile(words, '#ffffff')
  })
  return { label: t('dashboards:mix.share'), shape: { kind: 'cells', tiles }, note: '' }
}

function partners(results: Results, { t, number, read }: Telling): Drawn | undefined {
  const found = results.partners()
  if (!found) return undefined
  const rows = passing(found.rows, results.areas, (row) => row.area.key).map((row): PictureRow => {
    const tiles = row.cells.map(({ requested, active, isInSameCountry }) =>
      tile(`${number(requested)} / ${number(active)}${isInSameCountry ? ' !' : ''}`, shade(requested, row.base.of + 1)),
    )
    const base = t('results:k_of_n', { k: row.base.n, n: row.base.of })
    const note = row.mayDuplicate ? `${base} · ${t('results:needs.check_duplication')}` : base
    const label = read(row.area.label)
    if (row.isHidden) return { label, shape: { kind: 'nothing' }, note: t('results:too_small') }
    return { label, shape: { kind: 'cells', tiles }, note }
  })
  return {
    finding: found.finding,
    explained: t('dashboards:partners.explained', { from: found.part.shared_from }),
    columns: found.partners.map((partner) => read(partner.label)),
    key: [],
    rows,
    section: found.section,
    refs: [found.part.requested, found.part.active],
  }
}

function measures(results: Results, { t, number, read }: Telling): Drawn | undefined {
  const readiness = results.measures()
  if (!readiness) return undefined
  const { part } = readiness
  const colour = (state: string) => SEQUENCE[Math.round(LAST * (part.weights[state] ?? 0))] ?? SEQUENCE[0]
  const rows = passing(readiness.rows, results.measuresKept, (row) => row.measure.key).map((row): PictureRow => {
    const label = read(row.measure.label)
    if (row.isHidden) return { label, shape: { kind: 'nothing' }, note: t('results:too_small') }
    const tiles = [...row.states].reverse().flatMap(({ option, count }) => {
      const one = part.exclude.includes(option.key) ? absentTile('') : tile('', colour(option.key))
      return Array.from({ length: count }, () => one)
    })
    const said = t('results:measures.readiness', {
      evidenced: number(row.evidencedReadiness ?? 0, 2),
      declared: number(row.declaredReadiness ?? 0, 2),
    })
    const counted = t('results:measures.counted', { n: row.base.n, all: row.base.of })
    return { label, shape: { kind: 'squares', tiles }, note: row.base.n === 0 ? counted : `${said} · ${counted}` }
  })
  const states = readiness.rows[0]?.states ?? []
  return {
    finding: readiness.finding,
    explained: t('results:measures.lead'),
    columns: [],
    key: [...states].reverse().map(({ option }) => {
      const words = read(option.label)
      return part.exclude.includes(option.key) ? absentTile(words) : tile(words, colour(option.key))
    }),
    rows,
    section: readiness.section,
    refs: [part.status, part.evidence],
  }
}

function steps(results: Results, { t, number, read }: Telling): Drawn | undefined {
  const consensus = results.steps()
  if (!consensus) return undefined
  const { levels } = consensus
  const colour = (place: number) => DIVERGING[Math.round((4 * place) / Math.max(1, levels.length - 1))] ?? DIVERGING[2]
  const rows = consensus.rows.map((row): PictureRow => {
    const label = read(row.step.label)
    if (row.isHidden) return { label, shape: { kind: 'nothing' }, note: t('results:too_small') }
    const tiles = levels.flatMap(({ value }, place) =>
      Array.from({ length: row.spread.counts[place] ?? 0 }, () => tile(number(value), colour(place))),
    )
    const said = row.label ? t(`results:label.${row.isDivided ? `${row.label}_divided` : row.label}`) : null
    const base = t('results:k_of_n', { k: row.inFavour, n: row.base.n })
    return { label, shape: { kind: 'squares', tiles }, note: `${said ?? t('results:steps.no_label')} · ${base}` }
  })
  return {
    finding: consensus.finding,
    explained: t('results:steps.lead'),
    columns: [],
    key: levels.map(({ value, option }, place) => tile(`${value} ${read(option.label)}`, colour(place))),
    rows,
    section: consensus.section,
    refs: [consensus.part.rating, consensus.part.reservation],
  }
}
