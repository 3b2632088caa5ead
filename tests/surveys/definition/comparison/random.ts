// Random questionnaires and random next versions of them, sound enough to be sealed, compiled and compared.
import fc from 'fast-check'
import type { Item, Option, Question, Questionnaire } from '#surveys/definition/model.ts'

const text = (words: string) => ({ en: words, fr: `${words} (fr)` })
const option = (key: string, value?: number): Option => ({
  key,
  label: text(key),
  ...(value !== undefined && { value }),
})

const asked = (key: string) => ({
  key,
  label: text(key),
  required: false,
  absence: ['na' as const, 'nap' as const],
  comment: true,
  confidentiality: 'regional' as const,
})

const TYPES = ['text', 'number', 'date', 'single', 'scale', 'multi', 'ranking', 'yes_no', 'confirm'] as const

function question(key: string, type: (typeof TYPES)[number]): Question {
  switch (type) {
    case 'text':
      return { ...asked(key), type, max_length: 50 }
    case 'number':
      return { ...asked(key), type, decimals: 0, min: 0, max: 100 }
    case 'date':
      return { ...asked(key), type, min: '2020-01-01' }
    case 'single':
    case 'scale':
      return { ...asked(key), type, list: type === 'scale' ? 'levels' : 'kinds' }
    case 'yes_no':
      return { ...asked(key), type, list: 'yes_no' }
    case 'multi':
      return { ...asked(key), type, list: 'kinds', exclusive: [] }
    case 'ranking':
      return { ...asked(key), type, list: 'kinds', max_choices: 3 }
    case 'confirm':
      return { ...asked(key), type, absence: [] }
  }
}

const questionArb = (key: string) => fc.constantFrom(...TYPES).map((type) => question(key, type))

/** Two sections; the second ends with a group over the list `areas`. */
const questionnaireArb: fc.Arbitrary<Questionnaire> = fc
  .tuple(
    fc.tuple(...['a', 'b', 'c', 'd'].map(questionArb)),
    fc.tuple(...['e', 'f'].map(questionArb)),
    fc.tuple(...['x', 'y'].map(questionArb)),
  )
  .map(([first, second, inside]) => ({
    questionnaire: 'random',
    version: '1.0.0',
    languages: ['en', 'fr'],
    title: text('Random'),
    minutes: 5,
    lists: {
      kinds: ['k1', 'k2', 'k3'].map((key) => option(key)),
      levels: ['low', 'mid', 'high'].map((key, index) => option(key, index + 1)),
      areas: ['one', 'two'].map((key) => option(key)),
    },
    sections: [
      { key: 'first', title: text('First'), items: first },
      {
        key: 'second',
        title: text('Second'),
        items: [...second, { group: 'g', for_each: 'areas', layout: 'cards', label: text('Group'), questions: inside }],
      },
    ],
    checks: [],
    analysis: {},
    changes: [],
  }))

type Mutation = (questionnaire: Questionnaire) => Questionnaire

const questions = (of: Questionnaire, change: (question: Question) => Question | null): Questionnaire => ({
  ...of,
  sections: of.sections.map((section) => ({
    ...section,
    items: section.items.flatMap((item): Item[] => {
      if ('note' in item) return [item]
      if (!('group' in item)) return [change(item)].flatMap((one) => one ?? [])
      const inside = item.questions.flatMap((one) => change(one) ?? [])
      return inside.length > 0 ? [{ ...item, questions: inside }] : []
    }),
  })),
})

const one = (key: string, change: (question: Question) => Question | null) => (of: Questionnaire) =>
  questions(of, (each) => (each.key === key ? change(each) : each))

const inList = (list: string, change: (options: readonly Option[]) => readonly Option[]) => (of: Questionnaire) => ({
  ...of,
  lists: { ...of.lists, [list]: change(of.lists[list] ?? []) },
})

const mutationArb: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constantFrom(...'abcdefxy').map((key) => one(key, () => null)),
  fc.constantFrom(...'abcdefxy').map((key) => one(key, (each) => ({ ...each, label: text(`Other ${key}`) }))),
  fc.constantFrom(...'abcdefxy').map((key) => one(key, (each) => ({ ...each, required: true }))),
  fc.constantFrom(...'abcdefxy').map((key) => one(key, (each) => ({ ...each, absence: [] }))),
  fc
    .tuple(fc.constantFrom(...'abcdefxy'), fc.constantFrom(...TYPES))
    .map(([key, type]) => one(key, () => question(key, type))),
  fc.constantFrom('kinds', 'levels', 'areas').map((list) => inList(list, (all) => [...all, option('added', 9)])),
  fc.constantFrom('kinds', 'levels', 'areas').map((list) => inList(list, (all) => all.slice(1))),
  fc.constantFrom('kinds', 'levels').map((list) => inList(list, (all) => all.toReversed())),
  fc.constant(inList('levels', (all) => all.map((each) => ({ ...each, value: (each.value ?? 0) * 2 })))),
  fc.constant((of: Questionnaire) => ({ ...of, sections: of.sections.toReversed() })),
  fc.constant((of: Questionnaire) => {
    const [first, ...rest] = of.sections
    return first
      ? { ...of, sections: [{ ...first, items: [question('new_one', 'text'), ...first.items] }, ...rest] }
      : of
  }),
)

/** A questionnaire, and one made of it by some changes that nobody declares. */
export const pairArb: fc.Arbitrary<[Questionnaire, Questionnaire]> = fc
  .tuple(questionnaireArb, fc.array(mutationArb, { maxLength: 5 }))
  .map(([earlier, mutations]) => {
    const twice = new Set<string>()
    const later = mutations.reduce((of, mutate) => mutate(of), { ...earlier, version: '2.0.0' })
    // The same question cannot be added twice, nor an option.
    const unique = (key: string) => !twice.has(key) && twice.add(key) !== undefined
    const lists = Object.entries(later.lists).map(([name, options]) => [
      name,
      options.filter(({ key }) => unique(`${name}/${key}`)),
    ])
    return [
      earlier,
      questions({ ...later, lists: Object.fromEntries(lists) }, (each) =>
        each.key !== 'new_one' || unique('new_one') ? each : null,
      ),
    ]
  })
