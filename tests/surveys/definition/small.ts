// A small library with one of everything, and a way to spoil it in one place and see what is said.
import { expect, test } from 'vitest'
import { type Library, readLibrary } from '#surveys/definition/library.ts'
import { printProblem, type SourceFile } from '#surveys/definition/reading.ts'

export const PATH = 'questionnaires/small-one/1.0.0.yaml'

export const SMALL = `# A questionnaire with one of everything.
questionnaire: small-one
version: 1.0.0
languages: [en, fr]
title: {en: Small, fr: Petit}
minutes: 5
catalogues: [area]
lists:
  basis:
    - {key: statute, label: {en: Statute, fr: Loi}}
    - {key: practice, label: {en: Practice, fr: Pratique}}
    - {key: none, label: {en: None, fr: Aucune}}
  level:
    - {key: low, value: 1, label: {en: Low, fr: Bas}, description: {en: Little, fr: Peu}}
    - {key: mid, value: 2, label: {en: Mid, fr: Moyen}, description: {en: Some, fr: Un peu}}
    - {key: high, value: 3, label: {en: High, fr: Haut}, description: {en: Much, fr: Beaucoup}}
  status:
    - {key: planned, value: 1, label: {en: Planned, fr: Prévue}}
    - {key: done, value: 2, label: {en: Done, fr: Faite}}
    - {key: unfit, label: {en: Unfit, fr: Sans objet}}
sections:
  - key: first
    title: {en: First, fr: Premier}
    items:
      - note: {en: Welcome, fr: Bienvenue}
      - {key: main_basis, type: single, list: basis, required: true, label: {en: Basis, fr: Base}}
      - key: reference
        type: long_text
        min_length: 10
        max_length: 500
        show_if: "\${main_basis} = 'statute'"
        label: {en: Reference, fr: Référence}
      - {key: allowed, type: yes_partly_no, label: {en: Allowed, fr: Permis}}
      - {key: sources, type: multi, list: basis, exclusive: [none], max_choices: 3, label: {en: Sources, fr: Sources}}
      - {key: valid_on, type: date, min: "2017-01-01", max: today, label: {en: Date, fr: Date}}
      - {key: persons, type: number, min: 0, max: 99, label: {en: Persons, fr: Personnes}}
      - {key: contact, type: text, confidentiality: contact, label: {en: Contact, fr: Contact}}
  - key: second
    title: {en: Second, fr: Second}
    items:
      - group: needs
        for_each: area
        label: {en: Needs, fr: Besoins}
        questions:
          - {key: priority, type: scale, list: level, required: true, label: {en: Priority, fr: Priorité}}
          - key: urgency
            type: scale
            list: level
            show_if: "\${priority} >= 2"
            label: {en: Urgency, fr: Urgence}
          - {key: why, type: long_text, required: "\${priority} = 3", label: {en: Why, fr: Pourquoi}}
          - {key: state, type: single, list: status, label: {en: State, fr: État}}
      - group: support
        for_each: area
        layout: table
        label: {en: Support, fr: Appui}
        questions:
          - {key: donors, type: multi, list: basis, show_if: "\${needs[item].priority} >= 2", label: {en: Donors, fr: Bailleurs}}
          - {key: now, type: scale, list: level, label: {en: Now, fr: Actuel}}
          - {key: later, type: scale, list: level, label: {en: Later, fr: Futur}}
      - {key: top, type: ranking, list: area, max_choices: 2, label: {en: Top, fr: Premiers}}
      - {key: annex, type: file, label: {en: Annex, fr: Annexe}}
      - {key: agreed, type: confirm, required: true, label: {en: Agreed, fr: Convenu}}
checks:
  - key: later_below_now
    in: support
    when: "\${later} < \${now}"
    level: explain
    at: later
    message: {en: Below, fr: Moindre}
  - key: basis_went
    when: "\${main_basis} != \${previous:main_basis} and \${other-one:answer} = 'yes'"
    level: note
    at: main_basis
    message: {en: Changed, fr: Changée}
analysis:
  needs:
    priority: needs.priority
    urgency: needs.urgency
    current: support.now
    needed: support.later
    ranking: top
  readiness:
    status: needs.state
    weights: {planned: 0.5, done: 1}
    exclude: [unfit]
    overdue_status: [planned]
changes:
  - {key: allowed, change: reworded}
  - {key: main_basis, change: changed, maps: {law: statute}}
  - {key: old_one, change: withdrawn}
`

const AREA = `catalogue: area
languages: [en, fr]
items:
  - {key: evidence, label: {en: Evidence, fr: Preuve}}
  - {key: training, label: {en: Training, fr: Formation}}
`

const OTHER = `questionnaire: other-one
version: 1.0.0
languages: [en, fr]
title: {en: Other, fr: Autre}
minutes: 1
sections:
  - key: only
    title: {en: Only, fr: Seul}
    items:
      - {key: answer, type: yes_no, label: {en: Answer, fr: Réponse}}
`

const ROSTER = `roster: two-lands
languages: [en, fr]
title: {en: Two lands, fr: Deux pays}
countries:
  - {code: XA, label: {en: Alpha, fr: Alpha}}
  - {code: XB, label: {en: Beta, fr: Bêta}, note: {en: A note, fr: Une note}}
`

/** All files of the small library; some may be replaced or added. */
export function files(changed: Readonly<Record<string, string>> = {}): SourceFile[] {
  const all = {
    [PATH]: SMALL,
    'questionnaires/other-one/1.0.0.yaml': OTHER,
    'catalogues/area.yaml': AREA,
    'rosters/two-lands.yaml': ROSTER,
    ...changed,
  }
  return Object.entries(all).map(([path, text]) => ({ path, text }))
}

/** The small library with one place spoiled. */
export function spoiled(path: string, was: string, is: string): { library: Library; text: string } {
  const text = files().find((file) => file.path === path)?.text ?? ''
  expect(text.split(was), `${was} must stand once in ${path}`).toHaveLength(2)
  const changed = text.replace(was, () => is)
  return { library: readLibrary(files({ [path]: changed })), text: changed }
}

/** Line and column of the first place, both from 1. */
export function placeOf(text: string, part: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(part)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

export type Refused = readonly [title: string, was: string, is: string, at: string, says: RegExp]

/**
 * One test per row: `was` is replaced by `is`, and the one refusal must say `says`, at the place where `at` stands.
 * @param others true where the spoiling breaks other things as well, which may be refused too
 */
export function refuses(rows: readonly Refused[], { others = false } = {}): void {
  test.each(rows)('%s', (_, was, is, at, says) => {
    const { library, text } = spoiled(PATH, was, is)
    const found = library.problems.filter((problem) => says.test(problem.message))
    expect(found.map(({ path, line, column }) => ({ path, line, column }))).toEqual([
      { path: PATH, ...placeOf(text, at) },
    ])
    if (!others) expect(library.problems.map(printProblem)).toHaveLength(1)
  })
}
