// Assignments of a delegation: who is waited for, until when, and the form that asks the next one.
import type { Assignment } from '#surveys/answering/assignments.ts'
import { waitedFor } from '#surveys/answering/assignments.ts'
import type { Text } from '#surveys/definition/model.ts'
import { Said, useSaying } from '../questions/said.tsx'
import { AreaField, SelectField, type Sent, TextField } from '../team/fields.tsx'
import { Intent } from '../team/frame.tsx'
import { DayField } from '../team/when-fields.tsx'
import { useWords } from '../words.tsx'

type NamedTarget = {
  readonly name: string
  readonly label: Text
  readonly number: string
  readonly section: string
  readonly href: string
}
export type WorkPage = {
  readonly base: string
  readonly targets: readonly NamedTarget[]
  readonly assignments: readonly Assignment[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  /** account of the reader */
  readonly me: string
  /** ISO date */
  readonly today: string
  readonly mayRun: boolean
  /** the target that the page was opened for */
  readonly chosen: string
  readonly intent: string
}

export function Assignments({ page }: { page: WorkPage }) {
  const { t } = useWords()
  const open = page.assignments.filter(({ doneAt }) => doneAt === null)
  const closed = page.assignments.filter(({ doneAt }) => doneAt !== null)
  return (
    <>
      <section className="stack" aria-labelledby="open" id="act">
        <h2 id="open">{t('delegation:work.open')}</h2>
        {open.length === 0 && <p className="meta">{t('delegation:work.none')}</p>}
        <List page={page} assignments={open} />
      </section>
      {closed.length > 0 && (
        <details className="more">
          <summary>{t('delegation:work.closed', { count: closed.length })}</summary>
          <List page={page} assignments={closed} />
        </details>
      )}
    </>
  )
}

function List({ page, assignments }: { page: WorkPage; assignments: readonly Assignment[] }) {
  return (
    <ul role="list" className="tasks">
      {assignments.map((assignment) => (
        <One key={assignment.id} page={page} assignment={assignment} />
      ))}
    </ul>
  )
}

function One({ page, assignment }: { page: WorkPage; assignment: Assignment }) {
  const { t, date } = useWords()
  const { target, colleague, institution, note, dueOn, by, createdAt, doneAt } = assignment
  const about = page.targets.find(({ name }) => name === target)
  const isLate = doneAt === null && dueOn !== null && dueOn < page.today
  const words = doneAt === null ? 'delegation:work.waiting' : 'delegation:work.done_by'
  return (
    <li>
      <span>
        {about && (
          <a href={about.href}>
            <bdi>{about.number}</bdi> <Said text={about.label} />
          </a>
        )}
        {assignment.kind === 'contribution' && about && institution && (
          <p className="fine">
            <a href={`${page.base}/${about.section}/contribution?${new URLSearchParams({ institution })}`}>
              {t('inside:contribution.kind_open')}
            </a>
          </p>
        )}
        {note && <p dir="auto">{note}</p>}
      </span>
      <span className={`state ${doneAt === null ? (isLate ? 'back' : 'part') : 'done'}`}>
        {t(words, { who: `\u2068${waitedFor(assignment)}\u2069` })}
      </span>
      <span className="meta">
        {institution && colleague && (
          <>
            <bdi>{colleague.name}</bdi> ·{' '}
          </>
        )}
        {dueOn && `${t('delegation:work.until', { day: date(dueOn) })} · `}
        {t('delegation:work.asked_by', { name: `\u2068${by}\u2069`, day: date(createdAt) })}
        <Acts page={page} assignment={assignment} />
      </span>
    </li>
  )
}

function Acts({ page, assignment }: { page: WorkPage; assignment: Assignment }) {
  const { t } = useWords()
  const { id, doneAt, colleague } = assignment
  if (!page.mayRun && colleague?.id !== page.me) return null
  const settling = doneAt === null ? 'done' : 'reopen'
  return (
    <form method="post" className="row">
      <Intent value={page.intent} />
      <input type="hidden" name="assignment" value={id} />
      <button type="submit" className="button second small" name="act" value={settling}>
        {t(`delegation:work.act.${settling}`)}
      </button>
      {page.mayRun && doneAt === null && colleague && (
        <button type="submit" className="button quiet small" name="act" value="remind">
          {t('delegation:work.act.remind')}
        </button>
      )}
    </form>
  )
}

export function AssignForm({ page, sent }: { page: WorkPage; sent: Sent }) {
  const { t } = useWords()
  const say = useSaying()
  const mine = sent?.values.act === 'assign' ? sent : undefined
  const targets = page.targets.map(({ name, number, label }) => ({
    value: name,
    words: `${number} ${say(label).words}`,
  }))
  const colleagues = page.colleagues.map(({ id, name }) => ({ value: id, words: name }))
  return (
    <section className="stack" aria-labelledby="assign">
      <h2 id="assign">{t('delegation:work.ask')}</h2>
      <form method="post" className="stack airy" noValidate>
        <Intent value={page.intent} />
        <SelectField
          sent={mine}
          name="target"
          label={t('delegation:work.target')}
          choices={targets}
          empty={t('team:choose')}
          start={page.chosen}
        />
        <SelectField
          sent={mine}
          name="kind"
          label={t('inside:contribution.kind')}
          hint={t('inside:contribution.kind_hint')}
          choices={(['answer', 'contribution'] as const).map((kind) => ({
            value: kind,
            words: t(`inside:contribution.kind_${kind}`),
          }))}
          start="answer"
        />
        <SelectField
          sent={mine}
          name="colleague"
          label={t('delegation:work.colleague')}
          hint={t('delegation:work.colleague_hint')}
          choices={colleagues}
          empty={t('delegation:work.nobody')}
        />
        <TextField
          sent={mine}
          name="institution"
          label={t('delegation:work.institution')}
          hint={t('delegation:work.institution_hint')}
          size="mid"
          isOptional
        />
        <AreaField sent={mine} name="note" label={t('delegation:work.note')} isOptional />
        <DayField sent={mine} name="due" label={t('delegation:work.due')} isOptional />
        <button type="submit" className="button" name="act" value="assign">
          {t('delegation:work.do')}
        </button>
      </form>
    </section>
  )
}
