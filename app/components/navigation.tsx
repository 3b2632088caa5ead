// The navigation: what each role finds, in the order of its work.
import type { Role } from '../house.ts'
import { useWords } from './words.tsx'

export type NavItem = { readonly href: string; readonly words: string }

/** The items for a role, by key of `nav`; `round` is the slug of the round the page is about. */
export function navigationFor(role: Role | null, round: string | undefined): readonly (readonly [string, string])[] {
  switch (role) {
    case 'head':
    case 'focal_point':
    case 'alternate':
    case 'contributor':
    case 'reader':
      return [
        ['home', '/answer'],
        ...(round ? answerItems(round) : []),
        ['plenary', '/plenary'],
        ['delegation', '/answer/people'],
        ['released', '/results'],
      ]
    case 'manager':
    case 'officer':
      return [['home', '/team'], ...(round ? roundItems(round) : teamItems(role))]
    case 'presenter':
    case 'rapporteur':
    case 'observer':
      return [
        ['plenary', '/plenary'],
        ['released', '/results'],
        ['account', '/account'],
      ]
    case 'translator':
      return [
        ['texts', '/team/questionnaires/drafts'],
        ['account', '/account'],
      ]
    case null:
      return []
  }
}

const answerItems = (round: string) =>
  [
    ['answers', `/answer/${round}`],
    ['check', `/answer/${round}/check`],
    ['record', `/answer/${round}/record`],
  ] as const

const roundItems = (round: string) =>
  [
    ['status', `/team/rounds/${round}`],
    ['settings', `/team/rounds/${round}/settings`],
    ['results', `/results/${round}`],
    ['exports', `/results/${round}/exports`],
  ] as const

const teamItems = (role: Role) =>
  [
    ['meetings', '/team/meetings'],
    ['plenary', '/plenary'],
    ['questionnaires', '/team/questionnaires'],
    ...(role === 'manager' ? ([['people', '/team/people']] as const) : []),
    ['outbox', '/team/outbox'],
    ['audit', '/team/audit'],
    ['system', '/team/system'],
  ] as const

export function NavBar({ items, path }: { items: readonly NavItem[]; path: string }) {
  const { t } = useWords()
  const current = currentOf(items, path)
  return (
    <nav className="nav" aria-label={t('main_navigation')}>
      <ul role="list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item === current ? (item.href === path ? 'page' : 'true') : undefined}>
              {item.words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The item whose address is the longest beginning of this page's. */
function currentOf(items: readonly NavItem[], path: string): NavItem | undefined {
  const above = items.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  return above.sort((one, other) => other.href.length - one.href.length)[0]
}
