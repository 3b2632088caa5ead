// Felmora (invented, writes in Arabic) on the Roadmaps: some answers withheld, with their reasons.
import type { Answers } from '../profile.ts'

export const reportXF: Answers = {
  language: 'ar',
  answers: `
    reporting_authority       public_prosecution
    report_contributors       public_prosecution,ministry_justice
    information_date          -10d
    changes_since_last        !nap
    platform_status           informal_practice
    platform_lead             public_prosecution
    platform_members          public_prosecution,ministry_justice,judiciary
    platform_frequency        case_by_case
    platform_functions.*.exercised no no partly partly !pns
    platform_coordinator      yes
    overall_progress          2
    measures_to_support       m02,m09
    next_milestone_date       +9m
    platform_model            no_position
    functioning_instrument    no_position
    contact_point_institution public_prosecution
    contact_points_number     !na
    information_level         1
    working_languages         ar,en
    participation_horizon     not_decided
    comments_invited_from     unodc,iap
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 3   niyaba -13m -                          no     -
    m02 1   adl    +11m legal,political_priority   yes    legal_basis
    m03 3   niyaba -8m  -                          no     -
    m04 !na -      -    -                          -      -
    m05 0   -      -    political_priority         no     -
    m06 1   niyaba +7m  human_resources            yes    central_authority
    m07 !pns -     -    -                          -      -
    m08 1   shurta +6m  budget,technical           yes    digital_evidence
    m09 0   -      -    technical,human_resources  yes    tools_templates
    m10 0   -      -    data_protection,technical  partly secure_comms,data_protection
    m11 2   mahad  +3m  languages                  yes    training
    m12 0   -      -    none                       no     -`,
    `step steps.agreement .timeframe .preconditions
    t01 5    within_12m none
    t02 4    within_12m political_approval
    t03 4    within_24m political_approval,reciprocity
    t04 4    within_24m funding
    t05 4    within_24m secure_channel
    t06 4    within_12m formal_designation
    t07 4    within_12m formal_designation
    t08 !na  -          -
    t09 5    within_12m language_regime
    t10 2    -          legal_amendment
    t11 !pns -          -`,
  ],
  words: {
    niyaba: 'النيابة العامة، مكتب التعاون الدولي',
    adl: 'وزارة العدل، إدارة التشريع',
    shurta: 'المديرية العامة للشرطة',
    mahad: 'المعهد العالي للقضاء',
  },
  texts: {
    'measures.m01.evidence_note':
      'تعميم صادر عن النائب العام سنة {y-1} بتسمية مكتب التعاون الدولي جهة قائدة، ويُعمل به في جميع النيابات.',
    'measures.m03.evidence_note': 'قرار بتسمية المنسّق والمناوب عنه، أُبلغ إلى الوزارات المعنية.',
    'measures.m02.obstacle_note': 'يتطلب سند الإنشاء تعديلاً في اختصاصات وزارتين.',
    'measures.m11.good_practice': 'تُعقد الدورات باللغتين العربية والإنكليزية مع مترجمين من المعهد نفسه.',
    'steps.t10.reservation':
      'لا يتضمن القانون النافذ أحكاماً لحماية البيانات في المسائل الجزائية، ويلزم إقرارها قبل الالتزام بأي حد أدنى.',
    main_achievement: 'باتت للنيابة العامة جهة واحدة تتولى المراسلات مع الخارج.',
    next_milestone: 'إحالة مشروع سند إنشاء المنصّة الوطنية إلى مجلس الوزراء.',
    tour_de_table_statement:
      'لدى فلمورا جهة قائدة ومنسّق وطني. وما زال التنسيق ممارسة غير رسمية.\nنعمل على سند إنشاء المنصّة. ويتطلب ذلك تعديلاً تشريعياً.\nتحفّظنا عن الإجابة في بعض المواضع لأن الدراسة لم تكتمل.\nنرحّب بأدوات مشتركة بالعربية، وبنقاط اتصال يعرف بعضها بعضاً.',
  },
  comments: {
    'measures.m04.status': 'المعلومات موجودة لدى جهات متعددة ولم تُجمع بعد.',
    'measures.m07.status': 'الموضوع محل تشاور بين النيابة العامة والشرطة.',
    'steps.t11.agreement': 'لم يتحدد الموقف بعد.',
  },
  documents: {},
}
