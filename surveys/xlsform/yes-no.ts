// Yes and no have the same words in every questionnaire: other words in a form are told.
import { BUILTIN_LISTS } from '../definition/builtin.ts'
import { type Languages, textOf } from './languages.ts'
import { type Line, shortened } from './model.ts'
import type { Numbered } from './sheets.ts'

export function yesAndNoLines(rows: readonly Numbered[], languages: Languages): Line[] {
  return Object.entries(BUILTIN_LISTS).flatMap(([name, options]) =>
    rows.flatMap(({ row, number }): Line[] => {
      const option = (row.list_name ?? row['list name']) === name && options.find(({ key }) => key === row.name)
      const text = option ? textOf(row, 'label', languages) : undefined
      const other =
        option && Object.entries(text ?? {}).find(([code, words]) => option.label[code] && option.label[code] !== words)
      if (!other) return []
      return [
        {
          sheet: 'choices',
          row: number,
          column: 'label',
          what: shortened(other[1]),
          why: 'yes_no_words',
          detail: '',
          effect: 'changed',
        },
      ]
    }),
  )
}
