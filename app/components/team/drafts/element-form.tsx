// The form of one element of a draft: its texts in every language, its settings, its place; and what a colleague wrote meanwhile.
import type { FieldSpec } from '#surveys/authoring/fields.ts'
import type { DraftElement } from '../../../routes/team/drafts/draft.server.ts'
import { useSaying } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { SelectField, type Sent } from '../fields.tsx'
import { Conflict, type ConflictFacts } from './conflict.tsx'
import { DraftField } from './field.tsx'
import { ElementProblems } from './problems.tsx'

export type ElementProps = {
  readonly element: DraftElement
  readonly sent: Sent
  readonly conflict: ConflictFacts | null
  /** false: the draft can be read only */
  readonly isOpen: boolean
}

export function ElementForm({ element, sent, conflict, isOpen }: ElementProps) {
  const { t } = useWords()
  const { address, fields, values, languages, base, problems, isPublished } = element
  const [visible, folded] = split(fields)
  const shown = (list: readonly FieldSpec[]) =>
    list.map((field) => (
      <DraftField key={field.name} field={field} kind={element.kind} languages={languages} start={values} sent={sent} />
    ))
  return (
    <>
      <p className="meta">
        {t(`drafts:kind.${element.kind}`)}{' '}
        {element.name && (
          <bdi dir="ltr">
            <code>{element.name}</code>
          </bdi>
        )}
        {isPublished && element.kind !== 'head' && <> · {t('drafts:edit.published_key')}</>}
      </p>
      <ElementProblems problems={problems} />
      <form method="post" action={`?at=${encodeURIComponent(address)}`} className="stack airy" noValidate>
        <input type="hidden" name="base" value={conflict?.base ?? base} />
        {conflict && <Conflict conflict={conflict} values={sent?.values ?? values} kind={element.kind} />}
        <fieldset disabled={!isOpen} className="stack airy">
          <legend className="hidden">{t(`drafts:kind.${element.kind}`)}</legend>
          {shown(visible)}
          {folded.length > 0 && <div className="pair">{shown(folded)}</div>}
          {isOpen && (
            <p className="row">
              <button type="submit" name="act" value="keep" className="button">
                {t('drafts:edit.keep')}
              </button>
              {element.kind === 'analysis' && element.isBound && (
                <button type="submit" name="act" value="unbind" className="button quiet">
                  {t('drafts:edit.unbind')}
                </button>
              )}
            </p>
          )}
        </fieldset>
      </form>
      {isOpen && <PlaceForm element={element} sent={sent} base={conflict?.base ?? base} />}
    </>
  )
}

/** Texts, types and conditions have a line of their own; small settings stand side by side. */
function split(fields: readonly FieldSpec[]): [FieldSpec[], FieldSpec[]] {
  const isSmall = ({ kind, name }: FieldSpec) =>
    kind !== 'text' && kind !== 'long' && kind !== 'expression' && name !== 'type'
  return [fields.filter((field) => !isSmall(field)), fields.filter(isSmall)]
}

const MOVABLE = ['section', 'question', 'group', 'note', 'check']

/** Up, down, to another section, out. */
function PlaceForm({ element, sent, base }: { element: DraftElement; sent: Sent; base: string }) {
  const { t } = useWords()
  const saying = useSaying()
  if (!MOVABLE.includes(element.kind)) return null
  const isInSection =
    ['question', 'group', 'note'].includes(element.kind) && !(element.kind === 'question' && element.name.includes('.'))
  const sections = element.sections.map(({ key, title }) => ({ value: key, words: saying(title).words || key }))
  return (
    <details className="more" open={sent?.values.act === 'move_to' || sent?.values.act === 'remove'}>
      <summary>{t('drafts:edit.place')}</summary>
      <form method="post" action={`?at=${encodeURIComponent(element.address)}`} className="stack" noValidate>
        <input type="hidden" name="base" value={base} />
        <p className="row">
          <button type="submit" name="act" value="up" className="button second small">
            {t('drafts:edit.up')}
          </button>
          <button type="submit" name="act" value="down" className="button second small">
            {t('drafts:edit.down')}
          </button>
          <button type="submit" name="act" value="remove" className="button second small">
            {t('drafts:edit.remove')}
          </button>
        </p>
        {isInSection && (
          <div className="row">
            <SelectField sent={sent} name="section" label={t('drafts:edit.section')} choices={sections} />
            <button type="submit" name="act" value="move_to" className="button second small">
              {t('drafts:edit.move')}
            </button>
          </div>
        )}
        {element.isPublished && <p className="hint">{t('drafts:edit.remove_hint')}</p>}
      </form>
    </details>
  )
}
