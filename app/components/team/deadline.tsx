// A deadline as everybody must read it: on the clock of the programme, and on the reader's own beside it.
import { useWords } from '../words.tsx'

export function Deadline({ at, zone }: { at: string | null; zone: string }) {
  const words = useWords()
  const { t, timeZone } = words
  if (!at) return <>{t('team:deadline.none')}</>
  const there = t('team:deadline.in_zone', { when: words.inZone(zone).deadline(at), zone: words.zone(zone) })
  if (timeZone === zone) return <>{there}</>
  return (
    <>
      {there}{' '}
      <span className="fine">{t('team:deadline.yours', { when: words.moment(at), zone: words.zone(timeZone) })}</span>
    </>
  )
}

/** `closes in 3 days`, `closes today`, `passed 2 days ago`; days as the programme's clock counts them. */
export function useDaysLeft(): (at: string, zone: string, now: string) => string {
  const { t } = useWords()
  return (at, zone, now) => {
    const days = Math.round((dayNumber(at, zone) - dayNumber(now, zone)) / 86_400_000)
    if (Date.parse(at) < Date.parse(now)) return t('team:deadline.passed')
    return days === 0 ? t('team:deadline.today') : t('team:deadline.days_left', { count: days })
  }
}

function dayNumber(at: string, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return Date.parse(`${day.format(new Date(at))}T00:00:00Z`)
}
