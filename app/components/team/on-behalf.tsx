// Recording a submission for a delegation: first its workbook, then what it says with the signature and the paper.
import { LEVELS } from '#surveys/answering/model.ts'
import type { Field, Text } from '#surveys/definition/model.ts'
import type { Hidden } from '../../documents/workbook-form.ts'
import { isLanguage, OWN_NAMES } from '../../languages.ts'
import { GivenList, type GivenRow, Name } from '../answering/given-list.tsx'
import { Said } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { SelectField, type Sent, TextField, Wrong } from './fields.tsx'
import { Intent } from './frame.tsx'

/** What a workbook says, as the next revision would. */
export type Recorded = {
  readonly language: string
  readonly answers: number
  readonly sections: readonly {
    readonly key: string
    readonly letter: string
    readonly title: Text
    readonly rows: readonly GivenRow[]
  }[]
  /** what keeps it from being sealed */
  readonly wrongs: readonly { readonly field: Field; readonly words: string }[]
  readonly hidden: Hidden
}

export function WorkbookFirst({ address, languages }: { address: string; languages: readonly string[] }) {
  const { t } = useWords()
  return (
    <div className="pair">
      <section className="stack" aria-labelledby="out">
        <h2 id="out">{t('documents:behalf.out')}</h2>
        <p>{t('documents:behalf.out_about')}</p>
        <ul role="list" className="stack tight">
          {languages.map((language) => (
            <li key={language}>
              <a href={`${address}.xlsx?language=${language}`} download hrefLang={language}>
                {t('documents:workbook.download')}{' '}
                <bdi lang={language}>{isLanguage(language) ? OWN_NAMES[language] : language}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="back">
        <h2 id="back">{t('documents:behalf.back')}</h2>
        <form method="post" encType="multipart/form-data" className="stack">
          <div className="field">
            <label htmlFor="workbook">{t('documents:workbook.file')}</label>
            <input type="file" id="workbook" name="workbook" accept=".xlsx" />
          </div>
          <button type="submit" className="button" name="act" value="read">
            {t('documents:behalf.read')}
          </button>
        </form>
      </section>
    </div>
  )
}

type RecordProps = { readonly recorded: Recorded; readonly sent: Sent; readonly intent: string; readonly leave: string }

export function WhatItSays({ recorded, sent, intent, leave }: RecordProps) {
  const { t } = useWords()
  return (
    <div className="stack loose">
      {recorded.wrongs.length > 0 ? <InTheWay wrongs={recorded.wrongs} leave={leave} /> : null}
      <section className="stack" aria-labelledby="says">
        <h2 id="says">{t('documents:behalf.says', { count: recorded.answers })}</h2>
        {recorded.sections
          .filter(({ rows }) => rows.length > 0)
          .map(({ key, letter, title, rows }) => (
            <details key={key} className="more">
              <summary>
                <bdi>{letter}</bdi> <Said text={title} />
              </summary>
              <GivenList rows={rows} />
            </details>
          ))}
      </section>
      {recorded.wrongs.length === 0 && <Recording recorded={recorded} sent={sent} intent={intent} leave={leave} />}
    </div>
  )
}

function InTheWay({ wrongs, leave }: Pick<Recorded, 'wrongs'> & { leave: string }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="way">
      <h2 id="way">{t('documents:behalf.way', { count: wrongs.length })}</h2>
      <p className="meta prose">{t('documents:behalf.way_about')}</p>
      <ul>
        {wrongs.map(({ field, words }) => (
          <li key={field.name + words}>
            <Name field={field} />: {words}
          </li>
        ))}
      </ul>
      <p>
        <a className="button second" href={leave}>
          {t('documents:behalf.again')}
        </a>
      </p>
    </section>
  )
}

function Recording({ recorded, sent, intent, leave }: RecordProps) {
  const { t } = useWords()
  const choices = (['note_verbale', 'letter'] as const).map((value) => ({
    value,
    words: t(`documents:basis.${value}`),
  }))
  const levels = LEVELS.map((value) => ({ value, words: t(`team:level.${value}`) }))
  return (
    <form method="post" encType="multipart/form-data" className="stack" aria-labelledby="record" noValidate>
      <h2 id="record">{t('documents:behalf.record')}</h2>
      <Intent value={intent} />
      <input type="hidden" name="language" value={recorded.language} />
      {recorded.hidden.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same name may come several times, in this order
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <div className="pair">
        <TextField sent={sent} name="signed_name" label={t('documents:behalf.name')} />
        <TextField sent={sent} name="signed_function" label={t('documents:behalf.function')} />
      </div>
      <SelectField
        sent={sent}
        name="signature_basis"
        label={t('documents:basis.title')}
        choices={choices}
        empty={t('documents:behalf.choose')}
      />
      <div className="field">
        <label htmlFor="paper">{t('documents:behalf.paper')}</label>
        <p className="hint" id="paper-hint">
          {t('documents:basis.kinds')}
        </p>
        <input type="file" id="paper" name="paper" accept=".pdf,.docx,.jpg,.jpeg,.png" aria-describedby="paper-hint" />
        <Wrong sent={sent} name="paper" label="" />
      </div>
      <SelectField
        sent={sent}
        name="level"
        label={t('documents:behalf.level')}
        hint={t('documents:behalf.level_hint')}
        choices={levels}
        empty={t('documents:behalf.choose')}
      />
      <div>
        <Wrong sent={sent} name="attest" label="" />
        <label className="choice">
          <input type="checkbox" name="attest" id="attest" value="yes" />
          <span>{t('documents:behalf.attest')}</span>
        </label>
      </div>
      <p className="row">
        <button type="submit" className="button" name="act" value="record">
          {t('documents:behalf.submit')}
        </button>
        <a className="button quiet" href={leave}>
          {t('documents:behalf.again')}
        </a>
      </p>
    </form>
  )
}
