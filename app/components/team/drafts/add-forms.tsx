// What can be added at an element: questions, groups and notes to a section, questions to a group, lists and checks to the whole.

import type { ReactNode } from 'react'
import { QUESTION_TYPES } from '#surveys/authoring/fields.ts'
import type { DraftElement } from '../../../routes/team/drafts/draft.server.ts'
import { useWords } from '../../words.tsx'
import { AreaField, SelectField, type Sent, TextField } from '../fields.tsx'

type Props = { readonly element: DraftElement; readonly sent: Sent }

export function AddForms({ element, sent }: Props) {
  const { t } = useWords()
  const { kind, lists } = element
  const isAddedTo = kind === 'section' || kind === 'group' || kind === 'head'
  if (!isAddedTo) return null
  return (
    <section className="stack" aria-labelledby="add">
      <h2 id="add">{t('drafts:add.heading')}</h2>
      {kind !== 'head' && <NewQuestion element={element} sent={sent} />}
      {kind === 'section' && lists.length > 0 && (
        <Adding act="add_group" element={element} sent={sent}>
          <TextField sent={sent} name="group_label" label={t('versions:part.label')} />
          <Key sent={sent} name="group_key" />
          <SelectField
            sent={sent}
            name="group_list"
            label={t('versions:part.for_each')}
            choices={named(lists)}
            empty={t('team:choose')}
          />
        </Adding>
      )}
      {kind === 'section' && (
        <Adding act="add_note" element={element} sent={sent}>
          <AreaField sent={sent} name="note_words" label={t('drafts:part.note')} />
        </Adding>
      )}
      {kind === 'head' && (
        <Adding act="add_list" element={element} sent={sent}>
          <Key sent={sent} name="list_key" />
          <TextField sent={sent} name="first_key" label={t('drafts:add.first_key')} lang="en" size="mid" />
          <TextField sent={sent} name="first_label" label={t('drafts:add.first_label')} />
        </Adding>
      )}
      {kind === 'head' && (
        <Adding act="add_check" element={element} sent={sent}>
          <Key sent={sent} name="check_key" />
          <TextField sent={sent} name="check_message" label={t('versions:part.message')} />
        </Adding>
      )}
    </section>
  )
}

const named = (values: readonly string[]) => values.map((value) => ({ value, words: value }))

function NewQuestion({ element, sent }: Props) {
  const { t } = useWords()
  const types = QUESTION_TYPES.map((value) => ({
    value,
    words: t('drafts:add.cost', { type: t(`drafts:value.${value}`), count: element.costs[value] ?? 1 }),
  }))
  return (
    <Adding act="add_question" element={element} sent={sent}>
      <TextField sent={sent} name="question_label" label={t('versions:part.label')} />
      <Key sent={sent} name="question_key" />
      <SelectField sent={sent} name="question_type" label={t('drafts:part.type')} choices={types} start="single" />
    </Adding>
  )
}

function Key({ sent, name }: { sent: Sent; name: string }) {
  const { t } = useWords()
  return (
    <TextField
      sent={sent}
      name={name}
      label={t('drafts:add.key')}
      hint={t('drafts:add.key_hint')}
      lang="en"
      size="mid"
    />
  )
}

function Adding({ act, element, sent, children }: Props & { act: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <details className="more" open={sent?.values.act === act}>
      <summary>{t(`drafts:add.${act.slice(4)}`)}</summary>
      <form method="post" action={`?at=${encodeURIComponent(element.address)}`} className="stack" noValidate>
        {children}
        <button type="submit" name="act" value={act} className="button second">
          {t(`drafts:add.${act.slice(4)}`)}
        </button>
      </form>
    </details>
  )
}
