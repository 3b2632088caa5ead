// The lists that need no writing: the same words for yes, partly and no in every questionnaire.
import type { Option } from './model.ts'

const YES: Option = { key: 'yes', label: { en: 'Yes', fr: 'Oui', ar: 'نعم' } }
const PARTLY: Option = { key: 'partly', label: { en: 'Partly', fr: 'En partie', ar: 'جزئياً' } }
const NO: Option = { key: 'no', label: { en: 'No', fr: 'Non', ar: 'لا' } }

/** By type of question. They carry no value: yes, partly and no are not a scale. */
export const BUILTIN_LISTS: Readonly<Record<'yes_no' | 'yes_partly_no', readonly Option[]>> = {
  yes_no: [YES, NO],
  yes_partly_no: [YES, PARTLY, NO],
}

/** What a confirmation can be answered with. */
export const CONFIRMED: readonly Option[] = [YES]
