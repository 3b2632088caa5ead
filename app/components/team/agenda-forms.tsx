// The forms of the agenda: which snapshot is on the stage, the order of the items, and one item.
import type { Text } from '#surveys/definition/model.ts'
import { LANGUAGES } from '../../languages.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { AreaField, type Choice, SelectField, type Sent, TextField } from './fields.tsx'
import { Intent } from './frame.tsx'
import { TitleFields } from './title-fields.tsx'
import { MomentField } from './when-fields.tsx'

type StageProps = {
  readonly snapshots: readonly { readonly number: number; readonly title: Text }[]
  readonly onStage: { readonly number: number; readonly code: string } | null
  readonly sent: Sent
  readonly intent: string
}

export function StageForm({ snapshots, onStage, sent, intent }: StageProps) {
  const { t } = useWords()
  const saying = useSaying()
  const choices = snapshots.map(({ number, title }) => ({
    value: String(number),
    words: `${t('session:snapshot.number', { number })}${t('results:colon')}${saying(title).words}`,
  }))
  return (
    <section className="stack" aria-labelledby="stage">
      <h2 id="stage">{t('session:stage.title')}</h2>
      <p className="prose">
        {onStage ? t('session:stage.on', { number: onStage.number }) : t('session:stage.nothing')}{' '}
        {onStage && <a href={`/hall/${onStage.code}`}>{t('session:stage.screen', { code: onStage.code })}</a>}
      </p>
      {snapshots.length === 0 ? (
        <p className="meta">{t('session:stage.none_released')}</p>
      ) : (
        <form method="post" className="stack" noValidate>
          <Intent value={intent} />
          <SelectField
            sent={sent?.values.act === 'stage' ? sent : undefined}
            name="snapshot"
            label={t('session:stage.snapshot')}
            start={onStage ? String(onStage.number) : undefined}
            choices={choices}
          />
          <button type="submit" name="act" value="stage" className="button second">
            {t('session:stage.put')}
          </button>
        </form>
      )}
    </section>
  )
}

type OrderProps = {
  readonly items: readonly { readonly id: string; readonly title: Text; readonly minutes: number }[]
  readonly base: string
  readonly intent: string
}

export function ItemOrder({ items, base, intent }: OrderProps) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="order">
      <h2 id="order">{t('session:agenda.order')}</h2>
      {items.length === 0 && <p className="meta">{t('session:agenda.empty')}</p>}
      <ol className="stack">
        {items.map((item, place) => (
          <li key={item.id}>
            <form method="post" className="row">
              <a href={`${base}?item=${item.id}#item`}>
                <Said text={item.title} />
              </a>
              <span className="meta">{t('session:agenda.lasts', { minutes: item.minutes })}</span>
              <Intent value={intent} />
              <input type="hidden" name="item" value={item.id} />
              {place > 0 && <Act act="up" />}
              {place < items.length - 1 && <Act act="down" />}
              <Act act="remove" />
            </form>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Act({ act }: { act: 'up' | 'down' | 'remove' }) {
  const { t } = useWords()
  return (
    <button type="submit" name="act" value={act} className="button quiet small">
      {t(`session:agenda.${act}`)}
    </button>
  )
}

type Item = {
  readonly id: string
  readonly title: Text
  readonly says: Text
  readonly starts: { readonly date: string; readonly time: string } | null
  readonly minutes: number
  readonly shows: string
  readonly notes: string
}
type ItemProps = {
  readonly chosen: Item | null
  readonly choices: readonly Choice[]
  readonly timeZone: string
  readonly sent: Sent
  readonly intent: string
}

export function ItemForm({ chosen, choices, timeZone, sent, intent }: ItemProps) {
  const { t, zone } = useWords()
  return (
    <section className="stack" aria-labelledby="item">
      <h2 id="item">{t(chosen ? 'session:agenda.change' : 'session:agenda.add')}</h2>
      <form method="post" className="stack airy" noValidate>
        <Intent value={intent} />
        <input type="hidden" name="item" value={chosen?.id ?? sent?.values.item ?? ''} />
        <TitleFields sent={sent} label="session:agenda.title_in" start={chosen?.title as Record<string, string>} />
        <MomentField
          sent={sent}
          name="starts"
          label={t('session:agenda.starts')}
          zone={zone(timeZone)}
          start={chosen?.starts ?? null}
          isOptional
        />
        <TextField
          sent={sent}
          name="minutes"
          label={t('session:agenda.minutes')}
          size="short"
          start={String(chosen?.minutes ?? 10)}
        />
        <SelectField
          sent={sent}
          name="shows"
          label={t('session:agenda.shows')}
          hint={t('session:agenda.shows_hint')}
          start={chosen?.shows}
          choices={choices}
        />
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            sent={sent}
            name={`says.${language}`}
            label={t('session:agenda.says_in', { language: t(`languages.${language}`) })}
            lang={language}
            start={chosen?.says[language]}
            isOptional
          />
        ))}
        <AreaField sent={sent} name="notes" label={t('session:agenda.notes')} start={chosen?.notes} isOptional />
        <button type="submit" name="act" value="keep" className="button">
          {t('session:agenda.keep')}
        </button>
      </form>
    </section>
  )
}
