// How the reply may be shown: one choice for the whole, others for sections where wanted, and what each looks like.
import { LEVELS, type Level } from '#surveys/answering/model.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { Appear } from './appear.tsx'
import type { CheckedSection, CheckPage, SignOff } from './check-page.ts'

/** The name of the choice for a section. */
export const sectionLevelName = (section: string): string => `level~${section}`

export function Disclosure({ page }: { page: CheckPage }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="show" className="stack">
      <h2 id="show">{t('answer:check.show')}</h2>
      <p className="meta prose">{t('answer:check.show_hint')}</p>
      {page.onlyOthers === null && (
        <>
          <LevelChoice country={page.country} chosen={page.sign.level} problem={page.signProblems.level ?? null} />
          <BySection sections={page.sections} chosen={page.sign.sectionLevels} />
        </>
      )}
      <Appear page={page} />
    </section>
  )
}

type LevelChoiceProps = {
  country: CheckPage['country']
  chosen: Level | null
  problem: string | null
  /** nothing above it is offered */
  most?: Level | undefined
}

const upTo = (most: Level = 'public'): readonly Level[] => LEVELS.slice(0, LEVELS.indexOf(most) + 1)

/** The ladder, from least to most; nothing is chosen for the head of delegation. */
export function LevelChoice({ country, chosen, problem, most }: LevelChoiceProps) {
  const { t } = useWords()
  const say = useSaying()
  return (
    <fieldset aria-describedby={problem === null ? undefined : 'level-e'}>
      <legend className="hidden">{t('answer:check.show')}</legend>
      {problem !== null && (
        <p className="wrong-text" id="level-e">
          {problem}
        </p>
      )}
      {upTo(most).map((level, index) => (
        <div key={level} className="option-card">
          <label className="choice">
            <input
              type="radio"
              name="level"
              id={index === 0 ? 'level' : undefined}
              value={level}
              defaultChecked={level === chosen}
            />
            <span>
              <b>{t(`answer:level.${level}`)}</b>
            </span>
            <small>{t(`answer:level.${level}_means`, { country: say(country).words })}</small>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

type BySectionProps = {
  sections: readonly Pick<CheckedSection, 'key' | 'letter' | 'title'>[]
  chosen: SignOff['sectionLevels']
  most?: Level | undefined
}

export function BySection({ sections, chosen, most }: BySectionProps) {
  const { t } = useWords()
  const say = useSaying()
  return (
    <details className="more" open={Object.keys(chosen).length > 0}>
      <summary>{t('answer:check.by_section')}</summary>
      <div className="stack">
        <p className="meta">{t('answer:check.by_section_hint')}</p>
        <div className="pair">
          {sections.map(({ key, letter, title }) => (
            <div key={key} className="field">
              <label htmlFor={`level-${key}`}>
                <bdi>{letter}</bdi> {say(title).words}
              </label>
              <select
                className="control mid"
                id={`level-${key}`}
                name={sectionLevelName(key)}
                defaultValue={chosen[key] ?? ''}
              >
                <option value="">{t('answer:check.as_above')}</option>
                {upTo(most).map((level) => (
                  <option key={level} value={level}>
                    {t(`answer:level.${level}`)}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      </div>
    </details>
  )
}
