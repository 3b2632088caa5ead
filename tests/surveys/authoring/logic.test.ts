// The logic page tells the truth: what it calls unreachable is, what it cannot try it does not judge.
import { expect, test } from 'vitest'
import { applyEdit, type Edit } from '#surveys/authoring/edits.ts'
import { conditionsOf, pathsOf } from '#surveys/authoring/logic.ts'
import { compile } from '#surveys/definition/codebook.ts'
import type { Question, Questionnaire } from '#surveys/definition/model.ts'
import { contentCodebook } from '../../support/content.ts'
import { QUESTIONNAIRE } from '../../support/world.ts'

const TODAY = '2027-01-11'
const asked = { required: false, absence: [], comment: true, confidentiality: 'regional', label: { en: 'Q' } } as const

/** The small questionnaire with more questions in its first section. */
function withQuestions(...questions: readonly Question[]): Questionnaire {
  return questions.reduce((draft, question) => {
    const { key, type, label } = question
    const edits: Edit[] = [
      { act: 'add_question', section: 'general', key, type, label },
      { act: 'write', address: `question:${key}`, content: { kind: 'question', of: question } },
    ]
    return edits.reduce((before, edit) => {
      const edited = applyEdit(before, edit)
      return 'draft' in edited ? edited.draft : expect.fail(edited.refused)
    }, draft)
  }, QUESTIONNAIRE)
}
const text = (key: string, show_if: string): Question => ({ ...asked, key, type: 'text', max_length: 100, show_if })
const reach = (questionnaire: Questionnaire) =>
  Object.fromEntries(conditionsOf(compile(questionnaire), TODAY).map(({ ref, canApply }) => [ref, canApply]))

test('what contradicts itself, or what stands behind it, is never asked', () => {
  const found = reach(
    withQuestions(
      text('both', "${has_law} = 'yes' and ${has_law} = 'no'"),
      text('behind', 'answered(${both})'),
      text('elsewhere', "answered(${law}) and ${has_law} = 'no'"),
      text('between', '${staff} > 3 and ${staff} < 5'),
      text('no_room', '${staff} > 3 and ${staff} < 4'),
      text('negative', '${staff} < 0'),
      text('sum', '${staff} * 2 = 7'),
    ),
  )
  expect(found).toEqual({
    law: true,
    both: false,
    behind: false,
    elsewhere: false,
    between: true,
    no_room: false,
    negative: false,
    sum: null,
  })
})

test('of several options at once, no single one is said to open a question', () => {
  const [obstacles] = conditionsOf(contentCodebook('roadmap-national-coordination@1.0.0'), TODAY).filter(
    ({ ref }) => ref === 'measures.obstacle_note',
  )
  expect(obstacles).toMatchObject({ canApply: true, openedBy: null, deciders: [{ ref: 'measures.obstacles' }] })
})

test('which options open a question, and how long the ways are', () => {
  const codebook = compile(withQuestions(text('why', "${has_law} = 'no'"), text('more', "${has_law} != 'yes'")))
  const [, why] = conditionsOf(codebook, TODAY)
  expect(why).toMatchObject({ ref: 'why', deciders: [{ ref: 'has_law' }], openedBy: [{ key: 'no' }] })
  // Three always, six at the measures; then the law, or why and more, or nothing where nobody says whether there is one.
  expect(pathsOf(codebook, TODAY)).toEqual({ shortest: 9, longest: 11, all: 12, isExact: true })
})

test.each(['taf-regional-needs@1.1.0', 'roadmap-national-coordination@1.0.0'])(
  'every question of %s can be asked',
  (name) => {
    const codebook = contentCodebook(name)
    const conditions = conditionsOf(codebook, TODAY)
    expect(conditions.filter(({ canApply }) => canApply === false)).toEqual([])
    const { shortest, longest, all } = pathsOf(codebook, TODAY)
    expect(shortest).toBeLessThan(longest)
    expect(longest).toBeLessThanOrEqual(all)
  },
)
