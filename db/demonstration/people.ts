// The people of the demonstration. All names are invented, and so are all addresses: `.example` belongs to nobody.
import type { Tables } from '../tables.ts'

type Role = Tables['membership']['role']

export type DemoPerson = {
  /** before the `@demo.example`: also how the story refers to them */
  readonly key: string
  readonly name: string
  readonly role: Role
  /** null: the team and the guests */
  readonly country: string | null
  readonly language: 'en' | 'fr' | 'ar'
}

export const addressOf = (key: string) => `${key}@demo.example`

/** Everybody of the demonstration, the team first, then the delegations in protocol order. */
export const PEOPLE: readonly DemoPerson[] = [
  { key: 'manager', name: 'Romane Amsel', role: 'manager', country: null, language: 'en' },
  { key: 'officer', name: 'Leonid Varga', role: 'officer', country: null, language: 'en' },
  { key: 'translator', name: 'هناء المرسي', role: 'translator', country: null, language: 'ar' },
  { key: 'presenter', name: 'Teodor Wielan', role: 'presenter', country: null, language: 'en' },
  { key: 'rapporteur', name: 'Solenne Dubrac', role: 'rapporteur', country: null, language: 'fr' },
  { key: 'observer', name: 'Kaia Lindholt', role: 'observer', country: null, language: 'en' },
  ...delegation('XA', 'en', 'Ilvane Morath', 'Oren Valtis', [
    ['alternate', 'Signe Calloway'],
    ['contributor', 'Davit Orsolo'],
    ['reader', 'Minna Feldrake'],
  ]),
  ...delegation('XB', 'fr', 'Bérengère Ostrevant', 'Maël Tournevent'),
  ...delegation('XC', 'ar', 'نادر الصفواني', 'سليم الورداني'),
  ...delegation('XD', 'en', 'Caspian Rourke-Dell', 'Ruvan Estrel'),
  ...delegation('XE', 'fr', 'Apolline Vercourt', 'Hadrien Corvessac'),
  ...delegation('XF', 'ar', 'ريم الكندري', 'جمانة الصقيلي'),
  ...delegation('XG', 'fr', 'Tancrède Maurelle', 'Isaure Belmontel'),
  ...delegation('XH', 'en', 'Edda Halvorane', 'Lisbet Orvane', [
    ['alternate', 'Kester Vaun'],
    ['contributor', 'Mirelle Astor'],
  ]),
]

function delegation(
  country: string,
  language: DemoPerson['language'],
  head: string,
  focalPoint: string,
  others: readonly (readonly [Role, string])[] = [],
): DemoPerson[] {
  const named: readonly (readonly [Role, string])[] = [['head', head], ['focal_point', focalPoint], ...others]
  return named.map(([role, name]) => ({ key: keyOf(role, country), name, role, country, language }))
}

/** `head.xa`, `focal.xa` … */
export function keyOf(role: Role, country: string): string {
  return `${role === 'focal_point' ? 'focal' : role}.${country.toLowerCase()}`
}
