// Amaridel (invented) on the Roadmaps: an operational platform; most measures in force, with documents to show it.
import type { Answers } from '../profile.ts'

export const reportXA: Answers = {
  language: 'en',
  answers: `
    reporting_authority       ministry_justice
    report_contributors       ministry_justice,public_prosecution,ministry_interior_police,central_authority,ncb_interpol
    information_date          -15d
    changes_since_last        yes
    platform_status           operational
    platform_act              decree
    platform_lead             ministry_justice
    platform_members          ministry_justice,public_prosecution,judiciary,ministry_interior_police,customs,fiu
    platform_frequency        monthly
    platform_functions.*.exercised yes yes partly yes yes
    platform_coordinator      yes
    overall_progress          4
    measures_to_support       m10,m09,m07
    next_milestone_date       +5m
    platform_model            network_with_project_secretariat
    functioning_instrument    rules_of_functioning
    contact_point_institution ministry_justice,public_prosecution
    contact_points_number     3
    information_level         3
    working_languages         en,fr
    participation_horizon     immediately
    comments_invited_from     eurojust,ejn,unodc
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 3 justice -26m -                 no     -
    m02 3 justice -22m -                 no     -
    m03 3 cabinet -20m -                 no     -
    m04 2 central +4m  human_resources   partly tools_templates
    m05 2 council +3m  none              no     -
    m06 3 central -9m  -                 partly central_authority
    m07 2 jointly +5m  interagency_trust yes    admissibility,training
    m08 3 police  -14m -                 no     -
    m09 1 central +8m  budget,technical  yes    tools_templates,secure_comms
    m10 1 interior +10m technical,budget yes    secure_comms
    m11 2 school  +6m  languages         yes    training
    m12 1 council +9m  none              no     -`,
    `step steps.agreement .timeframe .preconditions
    t01 5   within_6m  none
    t02 5   within_6m  formal_designation
    t03 4   within_12m political_approval
    t04 5   within_12m funding
    t05 3   within_12m data_protection_rules,secure_channel
    t06 5   within_6m  none
    t07 4   within_12m formal_designation
    t08 !na -          -
    t09 4   within_12m funding
    t10 4   within_24m legal_amendment
    t11 2   -          funding,political_approval`,
  ],
  words: {
    decree: 'Decree no. 2-417 of {y-2} establishing the national coordination platform (DEMO)',
    justice: 'Ministry of Justice, criminal affairs',
    cabinet: 'Ministry of Justice, office of the minister',
    central: 'Central authority',
    council: 'National council for judicial policy',
    jointly: 'Public prosecution and national police',
    police: 'National police, duty centre',
    interior: 'Ministry of the Interior, information systems',
    school: 'Judicial school',
  },
  texts: {
    'measures.m03.evidence_note':
      'Appointment by ministerial decision of {y-2}, renewed in {y-1}; both names stand in the directory of CrimEx members.',
    'measures.m08.evidence_note':
      'A duty roster is kept by the police and consulted daily; the roster itself is not public.',
    'measures.m07.obstacle_note': 'The two institutions agree on the text and differ on who keeps the register.',
    'measures.m10.obstacle_note': 'Two systems are certified nationally and cannot exchange messages with each other.',
    'measures.m02.good_practice':
      'The decree names functions, not persons: three changes of staff passed without a gap.',
    'measures.m06.good_practice': 'One page for urgent requests, on the wall of every duty office.',
    'steps.t11.reservation':
      'We cannot support a step on resources before the secretariat has been decided; it should follow, not accompany, step 4.',
    main_achievement:
      'The platform meets every month and has cut the time to a first answer from eleven weeks to four.',
    next_milestone: 'Protocol between police and prosecution on the passage from information to formal request signed.',
    tour_de_table_statement:
      'Amaridel has a coordination platform that works. It meets every month. It has a founding act, a coordinator and an alternate.\nFive measures of twelve are in force. The protocol between police and prosecution is the next one.\nWhat we learned is simple: name functions, not persons, and keep the first procedure on one page.\nWe are ready to receive colleagues who wish to see the platform at work. We would welcome support for secure channels between our own institutions.',
  },
  comments: {
    'steps.t08.agreement': 'The position will be given after the next meeting of the Forum.',
    'measures.m05.status': 'Priorities for two years are being adopted.',
    platform_model: 'Later a rotating secretariat, once the network has found its rhythm.',
  },
  documents: {
    'measures.m01.evidence': [
      {
        name: 'designation-lead-institution.pdf',
        lines: [
          'DEMO - invented document',
          'Amaridel: designation of the lead institution',
          'Ministry of Justice, criminal affairs',
        ],
      },
    ],
    'measures.m02.evidence': [
      {
        name: 'decree-national-platform.pdf',
        lines: ['DEMO - invented document', 'Amaridel: decree establishing the', 'national coordination platform'],
      },
      { url: 'https://www.gazette-amaridel.example/decree-2-417' },
    ],
    'measures.m06.evidence': [{ url: 'https://www.justice-amaridel.example/procedures/urgent-requests' }],
  },
}
