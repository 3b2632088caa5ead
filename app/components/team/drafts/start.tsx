// The drafts that there are, and the two ways to begin another one.
import type { Text } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../../questions/said.tsx'
import { useWords } from '../../words.tsx'
import { SelectField, type Sent, TextField } from '../fields.tsx'
import { Scroll } from '../scroll.tsx'
import { TitleFields } from '../title-fields.tsx'

type Line = {
  readonly id: string
  readonly title: Text
  readonly version: string
  readonly origin: string
  readonly state: string
  readonly createdAt: string
  readonly createdBy: string
}

/** @param isTranslator whose way leads to the texts, and nowhere else */
export function DraftTable({ drafts, isTranslator }: { drafts: readonly Line[]; isTranslator: boolean }) {
  const { t, date } = useWords()
  if (drafts.length === 0) return null
  return (
    <Scroll label={t('drafts:list.title')}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            <th scope="col">{t('team:rounds.questionnaire')}</th>
            <th scope="col">{t('team:questionnaires.version')}</th>
            <th scope="col">{t('drafts:list.state')}</th>
            <th scope="col">{t('drafts:list.origin')}</th>
            <th scope="col">{t('drafts:list.begun')}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ id, title, version, origin, state, createdAt, createdBy }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/team/questionnaires/drafts/${id}${isTranslator ? '/texts' : ''}`}>
                  <b>
                    <Said text={title} />
                  </b>
                </a>
              </th>
              <td className="num">{version}</td>
              <td>{t(`drafts:state.${state}`)}</td>
              <td>{t(`drafts:origin.${origin}`)}</td>
              <td>
                {date(createdAt)}
                <br />
                <bdi>{createdBy}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type Source = { readonly value: string; readonly title: Text; readonly version: string }

export function CopyForm({
  versions,
  files,
  sent,
}: {
  versions: readonly Source[]
  files: readonly Source[]
  sent: Sent
}) {
  const { t } = useWords()
  const saying = useSaying()
  const said = (key: string) => (source: Source) => {
    const { words, tongue } = saying(source.title)
    return { value: source.value, words: t(key, { title: words, version: source.version }), ...tongue }
  }
  const choices = [...versions.map(said('drafts:list.of_version')), ...files.map(said('drafts:list.of_files'))]
  return (
    <section className="stack" aria-labelledby="copy">
      <h2 id="copy">{t('drafts:list.copy')}</h2>
      <p className="meta">{t('drafts:list.copy_hint')}</p>
      <form method="post" className="stack" noValidate>
        <SelectField
          sent={sent}
          name="source"
          label={t('drafts:list.source')}
          choices={choices}
          empty={t('team:choose')}
        />
        <button type="submit" name="act" value="copy" className="button">
          {t('drafts:list.begin')}
        </button>
      </form>
    </section>
  )
}

export function BlankForm({ sent }: { sent: Sent }) {
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="blank">
      <h2 id="blank">{t('drafts:list.blank')}</h2>
      <form method="post" className="stack" noValidate>
        <TitleFields sent={sent} label="drafts:list.title_in" />
        <TextField sent={sent} name="slug" label={t('drafts:list.slug')} hint={t('team:slug_hint')} size="mid" />
        <button type="submit" name="act" value="blank" className="button second">
          {t('drafts:list.begin_blank')}
        </button>
      </form>
    </section>
  )
}
