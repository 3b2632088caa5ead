// Hintamar (invented) on the Roadmaps: a draft in the middle of its work; five measures done, the steps not begun.
import type { Answers } from '../profile.ts'

export const reportXH: Answers = {
  language: 'en',
  answers: `
    reporting_authority       central_authority
    report_contributors       central_authority,public_prosecution,ministry_justice
    information_date          -5d
    changes_since_last        yes
    platform_status           ad_hoc_group
    platform_lead             central_authority
    platform_members          central_authority,public_prosecution,ministry_interior_police
    platform_functions.*.exercised partly no yes yes -
    platform_coordinator      partly
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 2 central +2m  institutional_mandate no  -
    m02 1 justice +8m  legal                 yes national_coordination
    m03 2 central +1m  -                     no  -
    m04 3 central -4m  -                     no  -
    m05 0 -       -    political_priority    -   -`,
  ],
  words: { central: 'Central authority', justice: 'Ministry of Justice, legislation' },
  texts: {
    'measures.m02.obstacle_note': 'To be completed after the meeting with the legislation department.',
  },
  comments: { 'measures.m04.status': 'The directory is printed twice a year; link to follow.' },
  documents: {},
}
