// The empty questionnaire with the words around it, in the language that was asked for.
import type { Codebook } from '#surveys/definition/model.ts'
import { blankSections } from '#surveys/tables/blank-paper.ts'
import type { Paper } from '#surveys/tables/paper.ts'
import { wordsIn } from '#surveys/tables/workbook-choices.ts'
import type { Language } from '../languages.ts'
import type { Translate } from '../translate.ts'
import { workbookWords } from './workbook-words.ts'

/** @param t of the same language */
export function blankPaper(codebook: Codebook, language: Language, t: Translate): Paper {
  const { questionnaire, version, title, intro, minutes } = codebook.questionnaire
  const say = (key: string) => t(`forms:blank.${key}`)
  const words = {
    ...workbookWords(t),
    ...{ one: say('one'), several: say('several'), comment: say('comment'), table: say('in_table') },
    rank: t('documents:sheet.rank'),
    documents: say('documents'),
  }
  return {
    language,
    title: wordsIn(title, language),
    subtitle: t('forms:version.title', { version }),
    mark: null,
    facts: [
      [say('delegation'), '…………………………………………'],
      [t('forms:burden.minutes'), t('answer:outline.minutes', { count: minutes })],
    ],
    notes: [...(intro ? [wordsIn(intro, language)] : []), say('note')],
    sections: blankSections(codebook, language, words),
    foot: `${questionnaire} ${version}`,
  }
}
