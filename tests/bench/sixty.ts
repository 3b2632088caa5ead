// The questionnaire with which other tools were measured: 60 questions in six sections and three languages.
import type { Item, Option, Question, Questionnaire, Text } from '#surveys/definition/model.ts'

const LANGUAGES = ['en', 'fr', 'ar'] as const
const inThree = (en: string, fr: string, ar: string): Text => ({ en, fr, ar })
const asked = { required: true, absence: ['na', 'nap', 'pns'], comment: true, confidentiality: 'regional' } as const

const options = (kind: string, count: number, valued = false): Option[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `${kind}${index + 1}`,
    ...(valued && { value: index + 1 }),
    label: inThree(
      `Option ${index + 1} of the ${kind}`,
      `Option ${index + 1} (${kind})`,
      `الخيار ${index + 1} (${kind})`,
    ),
  }))

const label = (key: string): Text =>
  inThree(
    `What is the position of your authorities on point ${key}?`,
    `Quelle est la position de vos autorités sur le point ${key} ?`,
    `ما موقف سلطاتكم بشأن النقطة ${key}؟`,
  )

/** 15 single choice, 10 multiple choice of 6, 10 numbers, 10 yes/no, 10 long texts of 180 characters. */
const single: Question[] = several(15, 'single', (key) => ({
  ...asked,
  key,
  type: 'single',
  list: 'five',
  label: label(key),
}))
const multi: Question[] = several(10, 'multi', (key) => ({
  ...asked,
  key,
  type: 'multi',
  list: 'six',
  exclusive: [],
  label: label(key),
}))
const numbers: Question[] = several(10, 'number', (key) => ({
  ...asked,
  key,
  type: 'number',
  min: 0,
  max: 9999,
  decimals: 0,
  label: label(key),
}))
const yesNo: Question[] = several(10, 'yes_no', (key) => ({
  ...asked,
  key,
  type: 'yes_no',
  list: 'yes_no',
  label: label(key),
}))
const texts: Question[] = several(10, 'text', (key) => ({
  ...asked,
  key,
  type: 'long_text',
  min_length: 180,
  max_length: 180,
  label: label(key),
}))
/** Five tables of eight rows, each row on a scale of five. */
const tables: Item[] = several(5, 'table', (key) => ({
  group: key,
  for_each: 'row',
  layout: 'table',
  label: label(key),
  questions: [{ ...asked, key: 'rating', type: 'scale', list: 'scale', comment: false, label: label('rating') }],
}))

function several<T>(count: number, kind: string, make: (key: string) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(`${kind}_${index + 1}`))
}

/** Six sections of ten questions: dealt out one after the other, so that each holds some of every kind. */
const dealt: Item[] = [...single, ...multi, ...numbers, ...yesNo, ...texts, ...tables]
const sections = Array.from({ length: 6 }, (_, index) => ({
  key: `section_${index + 1}`,
  title: inThree(`Section ${index + 1}`, `Section ${index + 1}`, `القسم ${index + 1}`),
  items: dealt.filter((_, place) => place % 6 === index),
}))

export const SIXTY: Questionnaire = {
  questionnaire: 'sixty',
  version: '1.0.0',
  languages: LANGUAGES,
  title: inThree('Sixty questions', 'Soixante questions', 'ستون سؤالا'),
  minutes: 40,
  lists: {
    five: options('choice', 5),
    six: options('answer', 6),
    scale: options('level', 5, true),
    row: options('row', 8),
  },
  sections,
  checks: [],
  analysis: {},
  changes: [],
}
