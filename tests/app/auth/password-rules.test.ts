import { expect, test } from 'vitest'
import { COMMON_PHRASES, COMMON_WORDS } from '#app/auth/common-words.ts'
import { judgePassword } from '#app/auth/password-rules.ts'

const amal = { names: ['Amal Haddad', 'amal.haddad@justice.gov.example'] }
const judge = (password: string) => judgePassword(password, amal)

test('length is counted in characters, whatever their script, and the limits are exact', () => {
  expect(judge('zugvogel bürste')).toBeNull()
  expect(judge('zugvogel bürst')).toBe('short')
  expect(judge('نهر الأرز البعيد')).toBeNull()
  expect(judge('🦊🌋🎻🧶🪁🍄🚲🛶🧭🎈🥁🦉🌵🪶')).toBe('short')
  expect(judge('kiwi flugzeug '.repeat(14))).toBe('repeated')
  const long = Array.from({ length: 200 }, (_, place) => 'zvkqxjwybgfdhm'[(place ** 3 + 7 * place ** 2) % 13]).join('')
  expect([judge(long), judge(`${long}k`)]).toEqual([null, 'long'])
})

test('an accent typed in two ways is the same length', () => {
  const composed = 'été brûlé crâne'
  expect(composed.normalize('NFD').length).toBeGreaterThan(15)
  expect(judge(composed)).toBe(judge(composed.normalize('NFD')))
})

test('a few words that do not belong together are enough, in each language', () => {
  const good = [
    'lampe girafe torrent minuit',
    'velours cascade tournesol',
    'violet kangaroo umbrella',
    'Je mange du pain au petit matin',
    'نهر الأرز والسماء الصافية',
    'x7Qp2!vR9m#Kd4Zt',
    'the moss is older than the abbey',
  ]
  for (const password of good) expect(judge(password), password).toBeNull()
})

test('what guessing programs try first is refused, with the reason', () => {
  const bad: Record<string, string> = {
    passwordpassword: 'repeated',
    'P@ssw0rd P@ssw0rd 2026': 'common',
    'correct horse battery staple': 'common',
    qwertyuiopasdfghjkl: 'common',
    '1q2w3e4r5t6y7u8i': 'common',
    azertyuiop123456: 'common',
    '123456789012345': 'common',
    aaaaaaaaaaaaaaaa: 'repeated',
    abcabcabcabcabcabc: 'repeated',
    summer2026summer2026: 'repeated',
    iloveyoubabyforever: 'common',
    'motdepasse secret 2026': 'common',
    'كلمة السر محمد 2026': 'common',
    'Tour de Table 2026!': 'common',
    'EuroMed Justice CrimEx': 'common',
    'Haddad, Amal 1984!': 'personal',
    'amal.haddad1984xyz': 'personal',
  }
  for (const [password, reason] of Object.entries(bad)) expect(judge(password), password).toBe(reason)
})

test('more than three thousand passwords that people make of common words are refused', () => {
  const words = [...COMMON_WORDS].filter((word) => word.length >= 3)
  const endings = ['12345678', '2026', '!!!', '123', '01012000', '2026!']
  const made = words.flatMap((word, place) => {
    const other = words[(place * 7 + 13) % words.length] ?? word
    const third = words[(place * 11 + 5) % words.length] ?? word
    const ending = endings[place % endings.length] ?? ''
    return [
      `${word}${other}${third}`.padEnd(15, '1'),
      `${word} ${other} ${ending}`.padEnd(15, '!'),
      `${word}${word}${word}${word}${word}`.padEnd(15, word),
      `${word[0]?.toUpperCase()}${word.slice(1)}${ending}${other}`.padEnd(15, '0'),
    ]
  })
  const all = [...made, ...COMMON_PHRASES.map((phrase) => phrase.padEnd(15, '.'))]
  expect(new Set(all).size).toBeGreaterThan(3000)
  expect(all.filter((password) => judge(password) === null)).toEqual([])
})

test('the longest password is judged in no time', () => {
  const start = performance.now()
  for (let turn = 0; turn < 50; turn += 1) judge(`lampe girafe torrent minuit ${turn}`.repeat(7).slice(0, 200))
  expect((performance.now() - start) / 50).toBeLessThan(20)
})
