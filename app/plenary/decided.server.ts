// Slides of what the session has decided: the short list of needs, the register of conclusions, one conclusion.
import { listConclusions } from '#db/conclusions.ts'
import { listNeedDecisions } from '#db/need-decisions.ts'
import type { Text } from '#surveys/definition/model.ts'
import { saying } from '../components/questions/said.tsx'
import type { Speech } from '../components/words.tsx'
import type { Asking, Part, Showing } from './held.server.ts'
import { needsRoundOf } from './needs-round.server.ts'

/** The needs that were retained, with who leads and what kind of assistance. */
export async function decisionsPart(asking: Asking, showing: Showing, speech: Speech): Promise<Part | undefined> {
  const { t, language } = speech
  const held = await needsRoundOf(asking, showing)
  if (!held) return undefined
  const decided = await listNeedDecisions(asking.db, showing.meeting.id)
  const nameOf = (code: string) =>
    saying(showing.meeting.roster.countries.find((one) => one.code === code)?.label ?? {}, language).words
  const rows = held.areas.flatMap(({ key, label }) => {
    const one = decided.find(({ area }) => area === key)
    if (!one) return []
    const lead = one.lead ? [t('session:needs.led_by', { country: nameOf(one.lead) })] : []
    return [{ label, words: [t(`session:outcome.${one.outcome}`), ...lead].join(' · ') }]
  })
  const retained = decided.filter(({ outcome }) => outcome === 'retained').length
  return {
    says: t('session:needs.finding', { decided: decided.length, all: held.areas.length, retained }),
    body: { kind: 'rows', rows },
  }
}

export async function conclusionsPart({ db }: Asking, { meeting }: Showing, { t }: Speech): Promise<Part> {
  const all = (await listConclusions(db, meeting.id)).filter(({ revisions: [newest] }) => newest.stand !== 'withdrawn')
  const agreed = all.filter(({ revisions: [newest] }) => newest.stand === 'agreed').length
  return {
    says: t('session:conclusions.finding', { all: all.length, agreed }),
    body: {
      kind: 'rows',
      rows: all.map(({ number, revisions: [newest] }) => ({
        label: numbered(number, newest.texts),
        words: t(`session:stand.${newest.stand}`),
      })),
    },
  }
}

const numbered = (number: number, texts: Text): Text =>
  Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, `${number}. ${words}`]))

/** One conclusion, to be read line by line. */
export async function conclusionPart(
  { db }: Asking,
  { meeting }: Showing,
  number: number,
  { t, list, language }: Speech,
): Promise<Part | undefined> {
  const found = (await listConclusions(db, meeting.id)).find((one) => one.number === number)
  if (!found) return undefined
  const [newest] = found.revisions
  const names = newest.countries.map(
    (code) => saying(meeting.roster.countries.find((one) => one.code === code)?.label ?? {}, language).words,
  )
  const stand = t(`session:stand.${newest.stand}`)
  return {
    says: saying(newest.texts, language).words,
    body: { kind: 'text' },
    base: names.length > 0 ? `${stand}${t('results:colon')}${list(names)}` : stand,
    source: newest.figure && t('session:snapshot.number', { number: newest.figure.snapshot }),
  }
}
