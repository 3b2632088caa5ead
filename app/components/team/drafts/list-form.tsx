// The form of a list: a row for each option with its words in every language, buttons for the order, a row for one more.
import type { Option } from '#surveys/definition/model.ts'
import type { DraftElement } from '../../../routes/team/drafts/draft.server.ts'
import { optionValues } from '../../../routes/team/drafts/options.ts'
import { useWords } from '../../words.tsx'
import { type Sent, TextField } from '../fields.tsx'
import { Conflict } from './conflict.tsx'
import type { ElementProps } from './element-form.tsx'
import { WordsField } from './field.tsx'
import { ElementProblems } from './problems.tsx'

export function ListForm({ element, sent, conflict, isOpen }: ElementProps) {
  const { t } = useWords()
  const { address, name, options, languages, base, uses } = element
  const values = optionValues(options, languages)
  return (
    <>
      <p className="meta">
        {t('drafts:kind.list')}{' '}
        <bdi dir="ltr">
          <code>{name}</code>
        </bdi>{' '}
        · {t('drafts:list_form.uses', { count: uses.length })}{' '}
        {uses.map((use) => (
          <a key={use} href={`?at=${encodeURIComponent(use)}`}>
            <bdi dir="ltr">{use}</bdi>{' '}
          </a>
        ))}
      </p>
      <ElementProblems problems={element.problems} />
      <form method="post" action={`?at=${encodeURIComponent(address)}`} className="stack airy" noValidate>
        <input type="hidden" name="base" value={conflict?.base ?? base} />
        {conflict && <Conflict conflict={conflict} values={sent?.values ?? values} kind="list" />}
        <fieldset disabled={!isOpen} className="stack airy">
          <legend className="hidden">{name}</legend>
          {options.map((option) => (
            <OptionRow
              key={option.key}
              option={option}
              languages={languages}
              values={values}
              sent={sent}
              isOpen={isOpen}
            />
          ))}
          {isOpen && (
            <p className="row">
              <button type="submit" name="act" value="keep" className="button">
                {t('drafts:edit.keep')}
              </button>
              {uses.length === 0 && (
                <button type="submit" name="act" value="remove" className="button quiet">
                  {t('drafts:list_form.remove_list')}
                </button>
              )}
            </p>
          )}
          {isOpen && <NewOption languages={languages} sent={sent} />}
        </fieldset>
      </form>
    </>
  )
}

type RowProps = {
  readonly option: Option
  readonly languages: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly sent: Sent
  readonly isOpen: boolean
}

function OptionRow({ option: { key }, languages, values, sent, isOpen }: RowProps) {
  const { t } = useWords()
  const words = { languages, start: values, sent }
  return (
    <fieldset className="stack">
      <legend>
        <bdi dir="ltr">
          <code>{key}</code>
        </bdi>
      </legend>
      <WordsField field={{ name: `${key}~label`, kind: 'text' }} label={t('versions:part.label')} {...words} />
      <details className="more" open={(values[`${key}~description.${languages[0]}`] ?? '') !== ''}>
        <summary>{t('drafts:list_form.more')}</summary>
        <WordsField
          field={{ name: `${key}~description`, kind: 'long', isOptional: true }}
          label={t('versions:part.description')}
          {...words}
        />
        <TextField
          sent={sent}
          name={`${key}~value`}
          label={t('drafts:list_form.value')}
          hint={t('drafts:list_form.value_hint')}
          start={values[`${key}~value`]}
          lang="en"
          size="short"
          isOptional
        />
      </details>
      {isOpen && (
        <p className="row">
          {(['up', 'down', 'remove'] as const).map((act) => (
            <button key={act} type="submit" name="act" value={`option_${act}:${key}`} className="button second small">
              {t(`drafts:edit.${act}`)}
              <span className="hidden"> {key}</span>
            </button>
          ))}
        </p>
      )}
    </fieldset>
  )
}

function NewOption({ languages, sent }: Pick<DraftElement, 'languages'> & { sent: Sent }) {
  const { t } = useWords()
  return (
    <details className="more" open={sent?.values.act?.startsWith('option_add')}>
      <summary>{t('drafts:add.option')}</summary>
      <div className="stack">
        <TextField
          sent={sent}
          name="new_key"
          label={t('drafts:add.key')}
          hint={t('drafts:add.key_hint')}
          lang="en"
          size="mid"
        />
        <WordsField
          field={{ name: 'new_label', kind: 'text' }}
          label={t('versions:part.label')}
          languages={languages}
          start={{}}
          sent={sent}
        />
        <TextField sent={sent} name="new_value" label={t('drafts:list_form.value')} lang="en" size="short" isOptional />
        <button type="submit" name="act" value="option_add:" className="button second small">
          {t('drafts:add.option')}
        </button>
      </div>
    </details>
  )
}
