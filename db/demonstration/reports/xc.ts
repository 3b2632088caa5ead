// Cantoril (invented, writes in Arabic) on the Roadmaps: measures at their beginning, broad support for the judicial platform.
import type { Answers } from '../profile.ts'

export const reportXC: Answers = {
  language: 'ar',
  answers: `
    reporting_authority       ministry_justice
    report_contributors       ministry_justice,public_prosecution,judiciary
    information_date          -17d
    changes_since_last        partly
    platform_status           ad_hoc_group
    platform_lead             ministry_justice
    platform_members          ministry_justice,public_prosecution,ministry_interior_police
    platform_frequency        case_by_case
    platform_functions.*.exercised no partly partly yes no
    platform_coordinator      yes
    overall_progress          2
    measures_to_support       m02,m06,m09
    next_milestone_date       +6m
    platform_model            network_with_project_secretariat
    functioning_instrument    declaration
    contact_point_institution ministry_justice
    contact_points_number     2
    information_level         2
    working_languages         ar,fr
    participation_horizon     from_2019
    comments_invited_from     unodc,cted,eurojust
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 2 adl     +2m  legal                           yes    national_coordination
    m02 1 adl     +9m  legal,interagency_trust         yes    national_coordination,legal_basis
    m03 3 adl     -6m  -                               no     -
    m04 0 -       -    human_resources                 yes    tools_templates
    m05 0 -       -    political_priority              no     -
    m06 1 niyaba  +10m human_resources,technical       yes    central_authority,training
    m07 1 niyaba  -2m  legal,interagency_trust         yes    admissibility
    m08 2 shurta  +7m  budget,human_resources          yes    digital_evidence
    m09 0 -       -    technical,budget                yes    tools_templates
    m10 0 -       -    technical,budget,data_protection yes   secure_comms
    m11 2 mahad   +5m  languages,budget                yes    training
    m12 0 -       -    institutional_mandate           no     -`,
    `step steps.agreement .timeframe .preconditions
    t01 5 within_6m  none
    t02 4 within_12m formal_designation,political_approval
    t03 4 within_12m political_approval
    t04 5 within_24m funding
    t05 4 within_24m secure_channel,data_protection_rules
    t06 5 within_12m formal_designation
    t07 5 within_12m formal_designation
    t08 3 within_24m political_approval
    t09 4 within_12m funding,language_regime
    t10 3 later      legal_amendment
    t11 3 later      funding`,
  ],
  words: {
    adl: 'وزارة العدل، إدارة التعاون الدولي',
    niyaba: 'النيابة العامة، مكتب التعاون الدولي',
    shurta: 'الشرطة القضائية، وحدة مكافحة الجريمة السيبرانية',
    mahad: 'المعهد القضائي',
  },
  texts: {
    'measures.m03.evidence_note':
      'قرار وزاري صدر سنة {y-1} بتعيين منسّق وطني ومناوب عنه، وأُبلغت به الجهات المعنية وأعضاء مجموعة CrimEx.',
    'measures.m02.obstacle_note': 'تختلف الجهات في تحديد المؤسسة التي تتولى رئاسة المنصّة.',
    'measures.m07.obstacle_note': 'ينتظر البروتوكول تعديلاً تشريعياً لم يُعرض بعد.',
    'measures.m11.good_practice': 'يُدرَّب القضاة وأعضاء النيابة العامة معاً على القضية الافتراضية نفسها.',
    main_achievement: 'عُيّن منسّق وطني ومناوب عنه، وأصبح للشركاء عنوان واحد يتوجهون إليه.',
    next_milestone: 'اعتماد سند إنشاء المنصّة الوطنية للتنسيق.',
    tour_de_table_statement:
      'بدأت كانتوريل تنفيذ خارطة الطريق من أولها. لدينا منسّق وطني ومناوب عنه.\nيجتمع فريق مخصَّص كلما اقتضت القضايا ذلك. وسند إنشاء المنصّة قيد الإعداد.\nالعقبة الرئيسية هي القانون. نحتاج إلى نص يجيز تبادل المعلومات قبل الطلب الرسمي.\nنؤيد المنصّة القضائية الأورومتوسطية. ونرجو أن تعمل بالعربية إلى جانب الفرنسية.',
  },
  comments: {
    'measures.m07.date': 'تأخر التنفيذ لأن التعديل التشريعي لم يُعرض بعد، ويُنتظر عرضه في الدورة المقبلة.',
    'steps.t08.agreement': 'يُفضَّل انتظار توصيات المنتدى.',
  },
  documents: {},
}
