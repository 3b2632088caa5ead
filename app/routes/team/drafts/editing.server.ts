// From what the forms of a draft send to one deed, and from its outcome to the next page.
import { redirect } from '@remix-run/node'
import { baseOf, editDraft } from '#db/drafts.ts'
import { type Address, contentOf, partsOfAddress } from '#surveys/authoring/addresses.ts'
import type { Edit } from '#surveys/authoring/edits.ts'
import { contentFrom, type Values, valuesOf } from '#surveys/authoring/entries.ts'
import { fieldsOf, QUESTION_TYPES } from '#surveys/authoring/fields.ts'
import type { Questionnaire, Text } from '#surveys/definition/model.ts'
import { audit, type TeamVisit } from '../../../access.server.ts'
import { type FormReading, readForm } from '../reading.ts'
import type { OpenDraft } from './draft.server.ts'
import { listFrom, optionValues } from './options.ts'

/** What a form asks for. `isBased`: it says what an element shall be, so it depends on what that was. */
export type Asked = { readonly form: FormReading; readonly edit: Edit | undefined; readonly isBased: boolean }

export function editFrom({ form: body }: TeamVisit, { document }: OpenDraft, address: Address): Asked {
  const form = readForm(body)
  const [act = '', name = ''] = form.raw('act').split(':')
  switch (act) {
    case 'up':
    case 'down':
      return { form, edit: { act: 'move', address, by: act === 'up' ? -1 : 1 }, isBased: false }
    case 'remove':
      return { form, edit: { act: 'remove', address }, isBased: true }
    case 'unbind':
      return { form, edit: { act: 'write', address, content: { kind: 'analysis', of: null } }, isBased: true }
    case 'move_to': {
      const section = form.choice(
        'section',
        document.sections.map(({ key }) => key),
      )
      return { form, edit: { act: 'move_to', address, section }, isBased: false }
    }
    case 'keep':
      return { form, edit: writeFrom(form, document, address, ''), isBased: true }
    case 'option_up':
    case 'option_down':
    case 'option_remove':
    case 'option_add':
      return { form, edit: writeFrom(form, document, address, `${act}:${name}`), isBased: true }
    default:
      return { form, edit: addFrom(act, form, document, address), isBased: false }
  }
}

function writeFrom(form: FormReading, document: Questionnaire, address: Address, act: string): Edit | undefined {
  const before = contentOf(document, address)
  if (!before) return undefined
  if (before.kind === 'list')
    return { act: 'write', address, content: { kind: 'list', of: listFrom(form, before.of, document, act) } }
  const known = before.of === null ? { ...before, of: {} } : before
  const fields = fieldsOf(document, address)
  const { content, problems } = contentFrom(known as typeof before, form.values, fields, document.languages)
  for (const { field, code, values } of problems) form.refuse(field, CODES[code] ?? code, values)
  return { act: 'write', address, content }
}

/** Sentences that other forms of the team say already. */
const CODES: Readonly<Record<string, string>> = {
  missing: 'draft_missing',
  source_missing: 'draft_source',
  not_a_pair: 'draft_pair',
}

function addFrom(act: string, form: FormReading, document: Questionnaire, address: Address): Edit | undefined {
  const { kind, name } = partsOfAddress(address)
  const source = document.languages[0] ?? 'en'
  const words = (field: string): Text => ({ [source]: form.text(field, { max: 1000, isLong: true }) })
  switch (act) {
    case 'add_section':
      return { act, key: keyIn(form, 'section_key'), title: words('section_title') }
    case 'add_question': {
      const type = form.choice('question_type', QUESTION_TYPES) || 'text'
      const into = kind === 'group' ? { section: '', group: name } : { section: name }
      return { act, ...into, key: keyIn(form, 'question_key'), type, label: words('question_label') }
    }
    case 'add_group': {
      const list = form.choice('group_list', Object.keys(document.lists))
      return { act, section: name, key: keyIn(form, 'group_key'), list, label: words('group_label') }
    }
    case 'add_note':
      return { act, section: name, note: words('note_words') }
    case 'add_list':
      return {
        act,
        key: keyIn(form, 'list_key'),
        option: { key: keyIn(form, 'first_key'), label: words('first_label') },
      }
    case 'add_check': {
      const check = {
        key: keyIn(form, 'check_key'),
        when: '',
        level: 'explain',
        at: '',
        message: words('check_message'),
      } as const
      return { act, check }
    }
    default:
      form.refuse('act', 'act_missing')
      return undefined
  }
}

/** Keys are for ever, so their form is judged before there is one. */
export function keyIn(form: FormReading, field: string): string {
  const key = form.raw(field).trim().toLowerCase()
  if (!/^[a-z][a-z0-9_]*$/.test(key) || key.length > 60) form.refuse(field, 'draft_key')
  return key
}

type Refused = { readonly state: 'refused'; readonly field: string; readonly code: string }
type Clashed = {
  readonly state: 'conflict'
  readonly draft: Questionnaire
  readonly by: string | null
  readonly at: string | null
}
type Deed = { readonly edit: Edit; readonly address: Address; readonly base: string | null }

/** Does it. @returns the way to the next page, or why not */
export async function goneOn(
  visit: TeamVisit,
  draft: OpenDraft,
  { edit, address, base }: Deed,
): Promise<Response | Refused | Clashed> {
  const kept = await editDraft(visit.db, { ...audit(visit), draftId: draft.id, edit, base })
  switch (kept.state) {
    case 'kept':
      return redirect(
        `${draft.path}?${new URLSearchParams({ at: nextAddress(edit, address), done: DONE[edit.act] ?? 'draft_added' })}#element`,
        303,
      )
    case 'unchanged':
      return redirect(`${draft.path}?${new URLSearchParams({ at: address, done: 'draft_unchanged' })}#element`, 303)
    case 'conflict':
      return kept
    case 'closed':
      return { state: 'refused', field: 'act', code: 'draft_closed' }
    case 'refused':
      return { state: 'refused', field: fieldOf(edit), code: `draft_${kept.code}` }
  }
}

const DONE: Partial<Record<Edit['act'], string>> = {
  write: 'draft_kept',
  move: 'draft_moved',
  move_to: 'draft_moved',
  remove: 'draft_removed',
}

/** What was added is shown next; what was removed is not there any more. */
function nextAddress(edit: Edit, address: Address): Address {
  switch (edit.act) {
    case 'add_section':
      return `section:${edit.key}`
    case 'add_question':
      return `question:${edit.group === undefined ? '' : `${edit.group}.`}${edit.key}`
    case 'add_group':
      return `group:${edit.key}`
    case 'add_list':
      return `list:${edit.key}`
    case 'add_check':
      return `check:${edit.check.key}`
    case 'remove':
      return 'head'
    default:
      return address
  }
}

/** Where a refusal belongs: at the key that was typed. */
function fieldOf(edit: Edit): string {
  return edit.act.startsWith('add_') ? `${edit.act.slice(4)}_key` : 'act'
}

/** What somebody else has written meanwhile, as the same form would show it, and the base to go on from. */
export function mergedValues(
  draft: Questionnaire,
  address: Address,
): { readonly theirs: Values; readonly base: string } {
  const content = contentOf(draft, address)
  const theirs = !content
    ? {}
    : content.kind === 'list'
      ? optionValues(content.of, draft.languages)
      : valuesOf(content, fieldsOf(draft, address), draft.languages)
  return { theirs, base: baseOf(draft, address) }
}
