// Forms that others wrote, with what their programs offer: what fits is read, and everything else stands in the report.
import { expect, test } from 'vitest'
import type { Item, Question } from '#surveys/definition/model.ts'
import type { Line, Sheet, Why } from '#surveys/xlsform/model.ts'
import { importXlsform } from '#surveys/xlsform/settle.ts'

/** Rows as in a spreadsheet, cells between bars. */
const sheet = (name: string, text: string): Sheet => ({
  name,
  rows: text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim())),
})

const SURVEY = `
type | name | label::English (en) | label::Français | hint::English (en) | required | relevant | constraint | constraint_message::English (en) | appearance | default | calculation | repeat_count | parameters | choice_filter | media::image
start | start | | | | | | | | | | | | | |
deviceid | device | | | | | | | | | | | | | |
text | Respondent-Name | Who answers? | Qui répond ? | As on the badge | yes | | string-length(.) <= 80 and regex(., '^[A-Z]') | Capital first | w2 | | | | | |
begin group | household | The household | Le ménage | | | | | | field-list | | | | | |
integer | members | How many members? | Combien ? | | yes | | . > 0 and . <= 30 | Between 1 and 30 | | 4 | | | | |
integer | children | How many children? | Combien d'enfants ? | | | \${members} > 1 | . < \${members} | Fewer than members | | | | | | |
calculate | adults | | | | | | | | | | \${members} - \${children} | | | |
calculate | unused | | | | | | | | | | concat('a', 'b') | | | |
select_one yesno | works | Does an adult work? | | | true() | \${adults} >= 1 | | | minimal | | | | | |
select_one sector or_other | sector | In which sector? | | | | \${works} = '1' | | | | | | | | |
select_multiple crop | crops | Which crops? | | | | \${sector} = 'farm' | count-selected(.) <= 2 and not(selected(., 'none') and count-selected(.) > 1) | | | | | | | |
begin_group | yield | Yields | | | | selected(\${crops}, 'wheat') | | | | | | | | |
decimal | tons | Tons of wheat? | | | | | . >= 0 | | | | | | | |
date | harvested | Harvested on? | | | | \${tons} != '' | . <= today() | Not in the future | | | | | | |
end_group | | | | | | | | | | | | | | |
note | thanks_note | Thank you, \${Respondent-Name} | | | | \${members} > 3 | | | | | | | | |
end group | | | | | | | | | | | | | | |
begin_repeat | per_crop | Each crop | | | | | | | | | | count-selected(\${crops}) | | |
calculate | crop_now | | | | | | | | | | selected-at(\${crops}, position(..) - 1) | | | |
range | liking | How much do you like it? | | | | | | | | | | | start=0 end=10 step=2 | |
end_repeat | | | | | | | | | | | | | | |
begin_repeat | child | Each child | | | | | | | | | | \${children} | | |
text | child_name | Name of the child | | | | | | | | | | | | |
end_repeat | | | | | | | | | | | | | | |
rank crop | best | Rank the crops | | | | | | | | | | | | |
geopoint | place | Where are you? | | | | | | | | | | | | |
image | picture | A picture of the field | | | | | | | | | | | | | field.png
select_one_from_file towns.csv | town | Which town? | | | | | | | | | | | | region=\${sector} |
acknowledge | agreed | I agree | | | yes | pulldata('x', 'y') = 1 | | | | | | | | |
`
const CHOICES = `
list_name | name | label::English (en) | label::Français | image
yesno | 1 | Yes | Oui |
yesno | 0 | No | Non |
sector | farm | Farming | Agriculture |
sector | Trade & co | Trade | Commerce | trade.png
crop | wheat | Wheat | Blé |
crop | none | None | Aucune |
crop | wheat | Wheat again | Blé encore |
`
const SETTINGS = `
form_title | form_id | version | default_language | allow_choice_duplicates
Survey of Farms | Farm_Survey 2 | 2024051 | English (en) | yes
`
const form = importXlsform(
  [sheet('survey', SURVEY), sheet('choices', CHOICES), sheet('settings', SETTINGS), sheet('notes', 'for us')],
  new Map(),
)
const questionnaire = form?.questionnaire
const items = questionnaire?.sections.flatMap((section): readonly Item[] => section.items) ?? []
const questions = items.flatMap((item): readonly Question[] =>
  'questions' in item ? item.questions : 'key' in item ? [item] : [],
)
const asked = (key: string) => questions.find((one) => one.key === key)
const lines = (why: Why): readonly Line[] => form?.lines.filter((line) => line.why === why) ?? []

test('the form becomes a questionnaire of the house that its rules accept', () => {
  expect(form?.refusals).toEqual([])
  expect(questionnaire).toMatchObject({ questionnaire: 'farm-survey-2', version: '1.0.0', languages: ['en', 'fr'] })
  expect(questionnaire?.title).toEqual({ en: 'Survey of Farms' })
  expect(questionnaire?.sections.map(({ key }) => key)).toEqual([
    'section',
    'household',
    'per_crop',
    'child',
    'section_2',
  ])
})

test('types, limits, lists and requirements are read', () => {
  expect(asked('respondent_name')).toMatchObject({ type: 'text', required: true, help: { en: 'As on the badge' } })
  expect(asked('members')).toMatchObject({ type: 'number', decimals: 0, min: 1, max: 30, required: true })
  expect(asked('works')).toMatchObject({ type: 'single', list: 'yesno', required: true })
  expect(asked('crops')).toMatchObject({ type: 'multi', max_choices: 2, exclusive: ['none'] })
  expect(asked('tons')).toMatchObject({ type: 'number', min: 0 })
  expect(asked('harvested')).toMatchObject({ type: 'date', max: 'today' })
  expect(asked('best')).toMatchObject({ type: 'ranking', list: 'crop' })
  expect(asked('liking')).toMatchObject({ type: 'number', min: 0, max: 10 })
  expect(questionnaire?.lists.yesno).toMatchObject([
    { key: 'option_1', value: 1 },
    { key: 'option_0', value: 0 },
  ])
  expect(questionnaire?.lists.sector?.map(({ key }) => key)).toEqual(['farm', 'trade_co', 'other'])
})

test('conditions mean what they meant, calculations are written out, groups pass theirs on', () => {
  expect(asked('children')).toMatchObject({ show_if: '${members} > 1' })
  expect(asked('works')).toMatchObject({ show_if: '(${members} - ${children}) >= 1' })
  expect(asked('sector')).toMatchObject({ show_if: "${works} = 'option_1'" })
  expect(asked('sector_other')).toMatchObject({ type: 'text', show_if: "${sector} = 'other'" })
  expect(asked('harvested')).toMatchObject({ show_if: "(selected(${crops}, 'wheat')) and (answered(${tons}))" })
  expect(questionnaire?.checks).toMatchObject([
    {
      at: 'children',
      level: 'block',
      when: 'answered(${children}) and not(${children} < ${members})',
      message: { en: 'Fewer than members' },
    },
  ])
  expect(items.find((item) => 'group' in item)).toMatchObject({ group: 'per_crop', for_each: 'crop' })
})

test('whatever has no equivalent is told, with its row and column', () => {
  expect(lines('metadata').map(({ row }) => row)).toEqual([2, 3])
  expect(lines('type').map(({ row, what }) => [row, what])).toEqual([
    [27, 'geopoint'],
    [29, 'select_one_from_file towns.csv'],
  ])
  expect(lines('expression')).toMatchObject([
    { row: 4, column: 'constraint', detail: 'regex()', effect: 'lost' },
    { row: 30, column: 'relevant', detail: 'pulldata()' },
  ])
  expect(lines('calculation')).toMatchObject([{ row: 9, detail: 'unused', effect: 'lost' }])
  expect(lines('calculation_used')).toMatchObject([{ row: 8, detail: 'adults', effect: 'changed' }])
  expect(lines('default')).toMatchObject([{ row: 6, column: 'default', what: '4' }])
  expect(lines('range_step')).toMatchObject([{ row: 21, detail: '2' }])
  expect(lines('repeat_once')).toMatchObject([{ row: 23, what: 'child' }])
  expect(lines('repeat_chosen')).toMatchObject([{ row: 19, detail: 'crop' }])
  expect(lines('note_condition')).toMatchObject([{ row: 17 }])
  expect(lines('reference_in_text')).toMatchObject([{ row: 17 }])
  expect(lines('media').map(({ sheet: name, row }) => [name, row])).toEqual([
    ['choices', 5],
    ['survey', 28],
  ])
  expect(lines('choice_twice')).toMatchObject([{ sheet: 'choices', row: 8 }])
  expect(lines('choice_name')).toHaveLength(3)
  expect(lines('group_condition')).toMatchObject([{ row: 13 }])
  expect(lines('other_added')).toMatchObject([{ row: 11 }])
  expect(lines('picture')).toHaveLength(1)
  expect(lines('appearance')).toMatchObject([{ row: 4 }, { row: 5 }, { row: 10 }])
  expect(lines('sheet')).toMatchObject([{ sheet: 'notes' }])
  expect(lines('version')).toMatchObject([{ what: '2024051', detail: '1.0.0' }])
  expect(lines('column')).toMatchObject([{ sheet: 'settings', column: 'allow_choice_duplicates' }])
  expect(lines('choice_filter')).toHaveLength(1)
  expect(lines('minutes')).toHaveLength(1)
})
