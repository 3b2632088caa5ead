// What the audit trail can be narrowed to; the choices stand in the address, so that a list can be sent to a colleague.
import type { Text } from '#surveys/definition/model.ts'
import type { Asked } from '../../routes/team/audit-query.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { type Choice, SelectField } from './fields.tsx'
import { DayField } from './when-fields.tsx'

type FilterProps = {
  readonly asked: Asked
  readonly nouns: readonly string[]
  readonly rounds: readonly { readonly slug: string; readonly title: Text }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

export function AuditFilters({ asked, nouns, rounds, people }: FilterProps) {
  const { t } = useWords()
  const saying = useSaying()
  const all = t('team:audit.all')
  const roundChoices: Choice[] = [
    ...rounds.map(({ slug, title }) => ({ value: slug, words: saying(title).words })),
    { value: 'house', words: t('team:audit.house') },
  ]
  const nounChoices = nouns.map((noun) => ({ value: noun, words: t(`team:noun.${noun}`) }))
  const personChoices = people.map(({ id, name }) => ({ value: id, words: name }))
  const fields = { sent: undefined, empty: all }
  return (
    <form method="get" className="stack">
      <div className="pair">
        <SelectField
          {...fields}
          name="round"
          label={t('team:audit.about')}
          choices={roundChoices}
          start={asked.round}
        />
        <SelectField {...fields} name="noun" label={t('team:audit.kind')} choices={nounChoices} start={asked.noun} />
        <SelectField {...fields} name="actor" label={t('team:audit.by')} choices={personChoices} start={asked.actor} />
        <DayField {...fields} name="from" label={t('team:audit.from')} start={dayOf(asked.from)} isOptional />
        <DayField {...fields} name="to" label={t('team:audit.to')} start={dayOf(asked.to)} isOptional />
      </div>
      <button type="submit" className="button second">
        {t('team:apply')}
      </button>
    </form>
  )
}

const dayOf = (date: string) => (date ? { date } : null)
