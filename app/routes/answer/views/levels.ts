// Reading what was chosen about how a reply may be shown.
import { LEVELS, type Level } from '#surveys/answering/model.ts'
import { sectionLevelName } from '../../../components/answering/disclosure.tsx'

export function levelOf(entry: unknown): Level | null {
  return LEVELS.find((level) => level === entry) ?? null
}

/** The choices of single sections; a section without one follows the whole, and one that says the same as the whole is none. */
export function sectionLevelsOf(
  form: FormData | URLSearchParams,
  sections: readonly { key: string }[],
  whole: Level | null,
): Record<string, Level> {
  return Object.fromEntries(
    sections.flatMap(({ key }) => {
      const level = levelOf(form.get(sectionLevelName(key)))
      return level === null || level === whole ? [] : [[key, level] as const]
    }),
  )
}
