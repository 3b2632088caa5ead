// How a draft begins: as the next version of one that is published, or with a first section and nothing in it.
import type { Questionnaire, Text } from '#surveys/definition/model.ts'

/** The next version of a published one: declared changes were about the version before, so there are none yet. */
export function draftOf(published: Questionnaire): Questionnaire {
  const [major, minor, patch] = published.version.split('.')
  return { ...published, version: `${major}.${minor}.${Number(patch) + 1}`, changes: [] }
}

/**
 * A questionnaire of which nothing is known but its name.
 * @param languages the first is the source
 */
export function blankDraft(slug: string, title: Text, languages: readonly string[]): Questionnaire {
  return {
    questionnaire: slug,
    version: '1.0.0',
    languages,
    title,
    minutes: 10,
    lists: {},
    sections: [],
    checks: [],
    analysis: {},
    changes: [],
  }
}
