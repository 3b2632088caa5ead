// The common faults are known by what the rules really say: a rule that says it otherwise fails here.
import { expect, test } from 'vitest'
import { applyEdit } from '#surveys/authoring/edits.ts'
import { faultIn } from '#surveys/authoring/faults.ts'
import { judgeDraft } from '#surveys/authoring/judging.ts'
import type { Question, Questionnaire } from '#surveys/definition/model.ts'
import { QUESTIONNAIRE } from '../../support/world.ts'

const SOUND = { ...QUESTIONNAIRE, analysis: {} }
const asked = {
  required: false,
  absence: [],
  comment: true,
  confidentiality: 'regional',
  label: QUESTIONNAIRE.title,
} as const

const faultsOf = (draft: Questionnaire) =>
  judgeDraft(draft, new Map()).problems.map(({ message }) => faultIn(message)?.code ?? message)

/** The small questionnaire with this question in place of the one about staff. */
function withStaff(question: object, key = 'staff'): Questionnaire {
  const of: unknown = { ...asked, key, ...question }
  const edited = applyEdit(SOUND, {
    act: 'write',
    address: `question:${key}`,
    content: { kind: 'question', of: of as Question },
  })
  return 'draft' in edited ? edited.draft : expect.fail(edited.refused)
}
const when = (show_if: string) => withStaff({ type: 'text', max_length: 9, show_if })

test.each([
  ['no_question', when('${nothing} = 1')],
  ['no_group', when('${nothing[m01].status} = 1')],
  ['no_option', withStaff({ type: 'text', max_length: 9, show_if: "${has_law} = 'perhaps'" }, 'law')],
  ['itself', when('answered(${staff})')],
  ['stands_later', when("${has_law} = 'yes'")],
  ['not_read', when('${institution} = = 1')],
  ['not_read', when('answered(${institution}')],
  ['not_closed', when('${institution')],
  ['not_true_or_false', when('3 + 4')],
  ['no_key', withStaff({ type: 'single', list: '' })],
  ['no_list', withStaff({ type: 'single', list: 'nowhere' })],
  ['no_descriptions', withStaff({ type: 'scale', list: 'status' })],
  ['no_values', withStaff({ type: 'scale', list: 'measure' })],
  ['at_least_one', { ...SOUND, sections: [] }],
] as const)('%s', (code, draft) => {
  expect(faultsOf(draft as Questionnaire)).toContain(code)
})
