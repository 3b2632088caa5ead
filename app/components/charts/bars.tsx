// The only file that draws with recharts: bars along an axis that ends at everybody. The table before it has the numbers.
import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { BarsData, Series } from './bars-of.ts'
import { vars } from './marks.tsx'

/** Pixels. */
const AXIS = 40
/** Long labels break into more lines where there is less room for them. */
const WIDE = { row: 44, labels: 260 } as const
const NARROW = { row: 68, labels: 140 } as const
const TICK = { fill: 'var(--ink)', fontSize: 13 } as const

/** Silent for screen readers: every number stands in the table. Mirrored where the page is. */
export function Bars({ bars }: { bars: BarsData }) {
  const { series, rows, most, isMirrored } = bars
  const isStacked = series.length > 1
  const { row, labels } = window.matchMedia('(width < 44rem)').matches ? NARROW : WIDE
  return (
    <div className="gap-above" aria-hidden="true">
      {isStacked && <Legend series={series} />}
      <div dir="ltr">
        <ResponsiveContainer width="100%" height={rows.length * row + AXIS}>
          <BarChart
            data={rows.map(({ name, counts }) => ({ name, ...counts }))}
            layout="vertical"
            margin={{ top: 8, right: 24, bottom: 0, left: 24 }}
            barCategoryGap="25%"
            accessibilityLayer={false}
          >
            <CartesianGrid horizontal={false} stroke="var(--rule)" />
            <XAxis type="number" domain={[0, most]} allowDecimals={false} reversed={isMirrored} tick={TICK} />
            <YAxis
              type="category"
              dataKey="name"
              orientation={isMirrored ? 'right' : 'left'}
              width={labels}
              interval={0}
              tick={TICK}
            />
            {series.map(({ key, color }) => (
              <Bar
                key={key}
                dataKey={key}
                stackId="all"
                fill={color}
                stroke="var(--data-line)"
                isAnimationActive={false}
              >
                {!isStacked && <LabelList dataKey={key} position="right" fill="var(--ink)" fontSize={13} />}
              </Bar>
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  )
}

function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul role="list" className="key gap-above">
      {series.map(({ key, name, color }) => (
        <li key={key}>
          <i className="swatch" style={vars({ '--c': color })} />
          {name}
        </li>
      ))}
    </ul>
  )
}
