// What waits for the team: what it is, where, and about whom.
import type { AttentionItem } from '../../routes/team/attention.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export function Attention({ items }: { items: readonly AttentionItem[] }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="attention">
      <h2 id="attention">{t('team:attention.title')}</h2>
      <ul role="list" className="tasks">
        {items.map((item) => (
          <Item key={item.href + item.kind} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item }: { item: AttentionItem }) {
  const { t, list } = useWords()
  const saying = useSaying()
  const { kind, count, href, round, countries } = item
  return (
    <li>
      <a href={href}>{t(`team:attention.${kind}`, { count })}</a>
      <span className="meta">
        {round && saying(round).words}
        {round && countries.length > 0 && ' · '}
        {countries.length > 0 && list(countries.map((country) => saying(country).words))}
      </span>
      <span className={`state ${kind === 'to_sign' || kind === 'quiet' ? 'none' : 'back'}`}>
        {t(`team:attention.${kind === 'to_sign' || kind === 'quiet' ? 'theirs' : 'ours'}`)}
      </span>
    </li>
  )
}
