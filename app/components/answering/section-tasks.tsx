// Sections as things to do: where each stands, and a line about it.
import { Said } from '../questions/said.tsx'
import type { OutlineSection } from './outline.tsx'
import { StateMark } from './state-mark.tsx'

type SectionTasksProps = {
  readonly sections: readonly OutlineSection[]
  readonly base: string
  /** what to say about a section besides who is in it */
  readonly meta: (section: string) => string | null
}

export function SectionTasks({ sections, base, meta }: SectionTasksProps) {
  return (
    <ul role="list" className="tasks gap-above">
      {sections.map(({ key, letter, title, standing, presence, waiting }) => {
        const about = [meta(key), waiting, presence].filter((words) => words !== null).join(' · ')
        return (
          <li key={key}>
            <a href={`${base}/${key}`}>
              <bdi>{letter}</bdi> <Said text={title} />
            </a>
            <StateMark standing={standing} />
            {about !== '' && <span className="meta">{about}</span>}
          </li>
        )
      })}
    </ul>
  )
}
