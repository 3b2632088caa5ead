// The files of a round: for the team or to be shared, in which language, and what each of them holds.
import { useLoaderData } from '@remix-run/react'
import { MODES } from '#surveys/analysis/model.ts'
import type { Manifest } from '#surveys/tables/manifest.ts'
import { asParticipant } from '../../access.server.ts'
import { Facts, type PageFacts } from '../../components/charts/facts.tsx'
import { Wide } from '../../components/charts/figure.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES, OWN_NAMES } from '../../languages.ts'
import {
  choiceOf,
  choiceSearch,
  EXPORT_FILES,
  type ExportChoice,
  type ExportFile,
  manifestHref,
  prepare,
} from './exports.server.ts'
import { manifestOf } from './files.server.ts'
import { requireReading } from './reading.server.ts'
import { factsOf, frameOf, requireResults } from './source.server.ts'

type Line = {
  readonly file: ExportFile
  readonly href: string
  readonly manifestHref: string
  readonly manifest: Manifest
}

export const loader = asParticipant(async (visit) => {
  const reading = await requireReading(visit)
  const choice = choiceOf(visit, reading)
  const results = await requireResults(visit, {
    reader: choice.profile === 'team' ? 'team' : 'shared',
    mode: choice.mode,
  })
  const base = `/results/${results.round.slug}`
  const files: Line[] = []
  for (const file of EXPORT_FILES) {
    const { kind, measured } = await prepare(visit, reading, file, choice)
    const search = choiceSearch(choice, reading)
    files.push({
      file,
      href: `${base}/${file}${search}`,
      manifestHref: manifestHref(reading, file, choice),
      manifest: manifestOf(kind, measured, visit.now),
    })
  }
  const asksForMode = [...results.view.shown.values()].some(({ kind }) => kind !== 'names_and_totals')
  return {
    ...frameOf(results, visit, visit.t('results:exports.title')),
    facts: factsOf(results, visit, results.view.codebook.questionnaire.sections[0]?.key ?? ''),
    base,
    choice,
    search: choiceSearch(choice, reading),
    files,
    asksForMode,
  }
})

export default function Exports() {
  const { title, facts, base, choice, search, files, asksForMode } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('results:exports.lead')}</p>
      </div>
      <Facts facts={facts} />
      <Choose choice={choice} asksForMode={asksForMode} facts={facts} />
      <section className="stack" aria-labelledby="files">
        <h2 id="files">{t(`results:exports.files_${choice.profile}`)}</h2>
        <p className="prose">{t(`results:exports.about_${choice.profile}`)}</p>
        <Files files={files} />
        <p className="meta">{t('results:exports.about_manifest')}</p>
      </section>
      <section className="stack" aria-labelledby="package">
        <h2 id="package">{t('results:exports.package')}</h2>
        <p className="prose">{t('results:exports.package_about')}</p>
        <p className="row">
          <a href={`${base}/package.zip${search}`} download>
            {t('results:exports.package_zip')}
          </a>
          <a href={`${base}/manifest.json${search}&file=package.zip`}>{t('results:exports.manifest_link')}</a>
        </p>
      </section>
      <section className="stack" aria-labelledby="codebook">
        <h2 id="codebook">{t('results:exports.codebook')}</h2>
        <p className="row">
          <a href={`${base}/codebook${facts.search}`}>{t('results:exports.codebook_page')}</a>
          <a href={`${base}/codebook.csv${facts.search}`} download>
            {t('results:exports.codebook_csv')}
          </a>
        </p>
      </section>
    </div>
  )
}

type ChooseProps = { choice: ExportChoice; asksForMode: boolean; facts: PageFacts }

/** Which file, in which language; outside the team only the language. */
function Choose({ choice, asksForMode, facts: { isTeam, snapshot } }: ChooseProps) {
  const { t } = useWords()
  return (
    <form method="get" className="row">
      {snapshot && <input type="hidden" name="snapshot" value={snapshot.number} />}
      {isTeam && (
        <Select
          name="profile"
          value={choice.profile}
          label={t('results:exports.profile')}
          options={(['team', 'shareable'] as const).map((one) => [one, t(`results:exports.profile_${one}`)])}
        />
      )}
      <label htmlFor="language">{t('results:exports.language')}</label>
      <select id="language" name="language" defaultValue={choice.language}>
        {LANGUAGES.map((code) => (
          <option key={code} value={code} lang={code}>
            {OWN_NAMES[code]}
          </option>
        ))}
      </select>
      {isTeam && (asksForMode || choice.profile === 'shareable') && (
        <Select
          name="mode"
          value={choice.mode}
          label={t('results:exports.mode')}
          options={MODES.map((one) => [one, t(`results:exports.mode_${one}`)])}
        />
      )}
      <button type="submit" className="button second small">
        {t('results:exports.show')}
      </button>
    </form>
  )
}

type SelectProps = { name: string; value: string; label: string; options: readonly (readonly [string, string])[] }

function Select({ name, value, label, options }: SelectProps) {
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </>
  )
}

function Files({ files }: { files: readonly Line[] }) {
  const { t, number } = useWords()
  const name = t('results:exports.files')
  return (
    <Wide name={name}>
      <table>
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results:exports.file')}</th>
            <th scope="col" className="n">
              {t('results:exports.rows')}
            </th>
            <th scope="col" className="n">
              {t('results:exports.size')}
            </th>
            <th scope="col">SHA-256</th>
            <th scope="col">{t('results:exports.manifest')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ file, href, manifestHref, manifest }) => (
            <tr key={file}>
              <th scope="row">
                <a href={href} download>
                  {t(`results:exports.file_${file.replaceAll(/[.-]/g, '_')}`)}
                </a>
              </th>
              <td className="n">{number(manifest.rows)}</td>
              <td className="n">
                {t('results:exports.kilobytes', { size: number(Math.ceil(manifest.bytes / 1000)) })}
              </td>
              <td>
                <bdi dir="ltr">
                  <code>{manifest.sha256.slice(0, 16)}…</code>
                </bdi>
              </td>
              <td>
                <a href={manifestHref}>{t('results:exports.manifest_link')}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
