// What the queue can be narrowed to; the choices stand in the address.
import type { Text } from '#surveys/definition/model.ts'
import type { QueueFilter } from '../../../routes/team/checks.server.ts'
import { useSaying } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { SelectField } from '../fields.tsx'

type FilterProps = {
  readonly filter: QueueFilter
  readonly counts: readonly { readonly kind: string; readonly count: number }[]
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
}

export function QueueFilters({ filter, counts, countries }: FilterProps) {
  const { t, number } = useWords()
  const saying = useSaying()
  const kinds = counts.map(({ kind, count }) => ({
    value: kind,
    words: t('desk:checks.kind_count', { kind: t(`desk:kind.${kind}`), count: number(count) }),
  }))
  const states = (['open', 'asked', 'dismissed'] as const).map((value) => ({ value, words: t(`desk:queue.${value}`) }))
  const places = countries.map(({ code, label }) => ({ value: code, words: saying(label).words }))
  const all = t('team:audit.all')
  return (
    <form method="get" className="stack">
      <div className="pair">
        <SelectField
          sent={undefined}
          name="kind"
          label={t('desk:checks.kind')}
          choices={kinds}
          empty={all}
          start={filter.kind}
        />
        <SelectField
          sent={undefined}
          name="country"
          label={t('team:board.delegation')}
          choices={places}
          empty={all}
          start={filter.country}
        />
        <SelectField
          sent={undefined}
          name="state"
          label={t('desk:checks.state')}
          choices={states}
          start={filter.state}
        />
      </div>
      <button type="submit" className="button second">
        {t('team:apply')}
      </button>
    </form>
  )
}
