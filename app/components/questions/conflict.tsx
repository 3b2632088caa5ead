// Two people, one answer: nothing is overwritten, somebody chooses.
import { useWords } from '../words.tsx'
import { type Asked, type Clash, idOf, namesOf, type Version } from './asked.ts'

export function Conflict({ asked }: { asked: Asked }) {
  if (asked.clash === null) return null
  return <ConflictBox field={asked.field.name} clash={asked.clash} />
}

const NOBODY: Version = { who: '', stretches: [] }

/** The same box, empty: the enhancement fills a copy when a save comes back with a conflict. */
export function ConflictTemplate() {
  return (
    <template data-conflict="">
      <ConflictBox field="" clash={{ seen: 0, mine: NOBODY, theirs: NOBODY, canJoin: true }} />
    </template>
  )
}

function ConflictBox({ field, clash }: { field: string; clash: Clash }) {
  const { t } = useWords()
  const title = idOf(field, 'x')
  return (
    <div className="conflict" role="group" aria-labelledby={title} data-clash={field}>
      <h2 className="ask sub" id={title}>
        {t('answer:conflict.title')}
      </h2>
      <p className="meta">{t('answer:conflict.nothing_lost')}</p>
      <div className="versions">
        <Side field={field} side="mine" version={clash.mine} />
        <Side field={field} side="theirs" version={clash.theirs} />
      </div>
      <input type="hidden" name={namesOf(field).seen} value={clash.seen} />
      <p className="row">
        <button type="submit" className="button small" name="act" value={`choose:${field}`}>
          {t('answer:conflict.keep')}
        </button>
        <button type="submit" className="button quiet small" name="act" value={`join:${field}`} hidden={!clash.canJoin}>
          {t('answer:conflict.join')}
        </button>
      </p>
    </div>
  )
}

function Side({ field, side, version }: { field: string; side: 'mine' | 'theirs'; version: Version }) {
  return (
    <label className="version">
      <span className="who">
        <input type="radio" name={namesOf(field).choice} value={side} /> <span data-who={side}>{version.who}</span>
      </span>
      <span dir="auto" data-wrote={side}>
        {version.stretches.map((stretch, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
          stretch.differs ? <mark key={index}>{stretch.words}</mark> : <span key={index}>{stretch.words}</span>,
        )}
      </span>
    </label>
  )
}
