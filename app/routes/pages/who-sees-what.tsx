// Who sees what: a table of groups and things, the levels of disclosure, and the rule for small numbers.
import { LEVELS } from '#surveys/answering/model.ts'
import { open } from '../../access.server.ts'
import { useWords } from '../../components/words.tsx'
import { Written, WrittenSection } from '../../components/written.tsx'

const THINGS = ['draft', 'submitted', 'contact', 'reserved', 'files', 'results', 'record', 'accounts'] as const
const GROUPS = ['delegation', 'team', 'others'] as const

export const loader = open(({ t }) => ({ title: t('pages:who_sees_what.title') }))

export default function WhoSeesWhat() {
  return (
    <Written page="who_sees_what">
      <SightTable />
      <Levels />
      <WrittenSection at="who_sees_what.small" says={['a']} />
      <WrittenSection at="who_sees_what.edit" says={['a']} />
    </Written>
  )
}

function SightTable() {
  const { t } = useWords()
  const says = (key: string) => t(`pages:who_sees_what.table.${key}`)
  return (
    <section className="scroll" aria-label={says('caption')} tabIndex={0}>
      <table className="first-fixed">
        <caption className="hidden">{says('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{says('thing')}</th>
            {GROUPS.map((group) => (
              <th key={group} scope="col">
                {says(group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {THINGS.map((thing) => (
            <tr key={thing}>
              <th scope="row">{says(`${thing}.thing`)}</th>
              {GROUPS.map((group) => (
                <td key={group}>{says(`${thing}.${group}`)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Levels() {
  const { t } = useWords()
  const says = (key: string) => t(`pages:who_sees_what.levels.${key}`)
  return (
    <section className="prose">
      <h2>{says('title')}</h2>
      <p>{says('a')}</p>
      <ul>
        {LEVELS.map((level) => (
          <li key={level}>{says(level)}</li>
        ))}
      </ul>
      <p>{says('b')}</p>
    </section>
  )
}
