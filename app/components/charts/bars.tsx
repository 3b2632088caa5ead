// The only file that draws with recharts: bars along an axis that ends at everybody. The table before it has the numbers.
import { Bar, BarChart, CartesianGrid, LabelList, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { BarsData } from './bars-of.ts'

const ROW_HEIGHT = 34
const AXIS_HEIGHT = 40
const LEGEND_HEIGHT = 56

/** Silent for screen readers: every number stands in the table. Mirrored where the page is. */
export function Bars({ bars }: { bars: BarsData }) {
  const { series, rows, most, isMirrored } = bars
  const isStacked = series.length > 1
  const height = rows.length * ROW_HEIGHT + AXIS_HEIGHT + (isStacked ? LEGEND_HEIGHT : 0)
  const data = rows.map(({ name, counts }) => ({ name, ...counts }))
  return (
    <div aria-hidden="true" dir="ltr">
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 8, right: 24, bottom: 8, left: 24 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--rule)" />
          <XAxis type="number" domain={[0, most]} allowDecimals={false} reversed={isMirrored} stroke="var(--ink-3)" />
          <YAxis
            type="category"
            dataKey="name"
            orientation={isMirrored ? 'right' : 'left'}
            width={180}
            interval={0}
            tick={{ fill: 'var(--ink)', fontSize: 13 }}
            stroke="var(--ink-3)"
          />
          {isStacked && <Legend itemSorter={null} />}
          {series.map(({ key, name, color }) => (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              stackId="all"
              fill={color}
              stroke="var(--data-line)"
              isAnimationActive={false}
            >
              {!isStacked && <LabelList dataKey={key} position={isMirrored ? 'left' : 'right'} fill="var(--ink)" />}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
