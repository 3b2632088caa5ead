// How far a section or an item has come: the mark, the words, the line that sums it up.
import type { Standing as Judged } from '#surveys/answering/applicability.ts'
import { isAnswered, isGiven } from '#surveys/answering/cells.ts'
import type { Cells } from '#surveys/answering/model.ts'
import { isRequired, wrongOf } from '#surveys/answering/problems.ts'
import type { SectionProgress } from '#surveys/answering/progress.ts'
import type { Field } from '#surveys/definition/model.ts'
import { answerLines } from '../../../components/answering/answer-lines.ts'
import type { Standing } from '../../../components/questions/group.ts'
import type { Reader } from './reader.ts'

/** The state of a section in words. */
export function sectionStanding(section: SectionProgress, { t }: Pick<Reader, 't'>): Standing {
  const { required, requiredAnswered } = section
  const filled = required === 0 ? 50 : Math.round((100 * requiredAnswered) / required)
  const stands = (mark: Standing['mark'], words: string): Standing => ({
    mark,
    filled,
    words,
    summary: null,
    isAsked: true,
  })
  switch (section.state) {
    case 'none':
      return stands('none', t(required === 0 ? 'answer:state.optional' : 'answer:state.none'))
    case 'complete':
      return stands('done', t('answer:state.complete'))
    case 'error':
      return stands('back', t('answer:state.wrong'))
    case 'started':
    case 'missing':
      return stands('part', required === 0 ? t('answer:state.started') : partWords(requiredAnswered, required, t))
  }
}

const partWords = (done: number, total: number, t: Reader['t']) => t('answer:state.part', { done, total })

/** The state of one item of a group, and its first answers in a line. */
export function itemStanding(fields: readonly Field[], cells: Cells, judged: Judged, reader: Reader): Standing {
  const applying = fields.filter(judged.applies)
  const aside = fields.some((field) => !judged.applies(field) && isGiven(cells.get(field.name)))
  const given = applying.filter((field) => isGiven(cells.get(field.name)))
  const wrongs = applying.map((field) => wrongOf(field, cells.get(field.name), isRequired(field, judged), reader.today))
  const open = wrongs.filter((wrong) => wrong !== undefined)
  const isWrong = open.some(({ code }) => code !== 'required' && code !== 'too_short')
  const required = applying.filter((field) => isRequired(field, judged)).length
  return {
    ...markOf({ isAsked: applying.length > 0, isGiven: given.length > 0, isWrong, open: open.length }, reader),
    filled: Math.round((100 * Math.max(0, required - open.length)) / Math.max(1, required)),
    summary: summaryOf(applying, cells, reader),
    isAsked: applying.length > 0 || aside,
  }
}

type Facts = { isAsked: boolean; isGiven: boolean; isWrong: boolean; open: number }

function markOf({ isAsked, isGiven, isWrong, open }: Facts, { t }: Reader): Pick<Standing, 'mark' | 'words'> {
  if (!isAsked) return { mark: 'none', words: t('answer:state.aside') }
  if (!isGiven) return { mark: 'none', words: t('answer:state.none') }
  if (isWrong) return { mark: 'back', words: t('answer:state.wrong') }
  if (open > 0) return { mark: 'part', words: t('answer:group.left', { count: open }) }
  return { mark: 'done', words: t('answer:state.complete') }
}

/** As much as a glance takes in. */
const SUMMED_UP = 3

function summaryOf(fields: readonly Field[], cells: Cells, reader: Reader): string | null {
  const chosen = fields.filter(({ name, options }) => options.length > 0 && isAnswered(cells.get(name)))
  const lines = chosen
    .slice(0, SUMMED_UP)
    .map((field) => reader.list(answerLines(field, cells.get(field.name), reader).lines))
  return lines.length === 0 ? null : lines.join(' · ')
}
