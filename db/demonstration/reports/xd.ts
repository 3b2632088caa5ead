// Darsolin (invented) on the Roadmaps: overdue measures explained, and no to a secretariat and a directory.
import type { Answers } from '../profile.ts'

export const reportXD: Answers = {
  language: 'en',
  answers: `
    reporting_authority       ministry_interior_police
    report_contributors       ministry_interior_police,ncb_interpol,public_prosecution
    information_date          -11d
    changes_since_last        no
    platform_status           informal_practice
    platform_lead             ministry_interior_police
    platform_members          ministry_interior_police,ncb_interpol,customs
    platform_frequency        weekly
    platform_functions.*.exercised no no yes yes partly
    platform_coordinator      partly
    overall_progress          3
    measures_to_support       m02,m07,m04
    next_milestone_date       +3m
    platform_model            crimex_extended
    functioning_instrument    conclusions_of_crimex
    contact_point_institution ministry_interior_police
    contact_points_number     1
    information_level         4
    working_languages         en
    participation_horizon     not_decided
    comments_invited_from     interpol,europol,euromed_police
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 3 interior -30m -                           no     -
    m02 2 justice  -3m  institutional_mandate       yes    national_coordination
    m03 2 interior -1m  institutional_mandate       no     -
    m04 1 police   +6m  technical                   yes    tools_templates
    m05 1 interior +8m  political_priority          no     -
    m06 2 police   -4m  interagency_trust           partly central_authority
    m07 1 jointly  +12m legal,interagency_trust     yes    admissibility,legal_basis
    m08 3 duty     -40m -                           no     -
    m09 1 police   +5m  technical                   partly tools_templates
    m10 1 police   +7m  budget                      yes    secure_comms
    m11 1 academy  +9m  budget,languages            yes    training
    m12 0 -        -    institutional_mandate       no     -`,
    `step steps.agreement .timeframe .preconditions
    t01 4 within_6m  none
    t02 5 within_6m  none
    t03 4 within_12m reciprocity
    t04 1 -          -
    t05 2 -          data_protection_rules,secure_channel
    t06 5 within_6m  reciprocity
    t07 4 within_12m formal_designation
    t08 4 within_12m political_approval
    t09 4 within_12m funding
    t10 2 -          legal_amendment,reciprocity
    t11 1 -          -`,
  ],
  words: {
    interior: 'Ministry of the Interior, international department',
    justice: 'Ministry of Justice, legislation',
    police: 'National police, liaison unit',
    jointly: 'National police and public prosecution',
    duty: 'National Central Bureau, duty service',
    academy: 'Police academy',
  },
  texts: {
    'measures.m01.evidence_note':
      'Standing instruction of the Minister of the Interior, in force since {y-3} and applied by all services.',
    'measures.m02.obstacle_note':
      'The act needs the signature of two ministers; one of the posts was vacant for eight months.',
    'measures.m06.obstacle_note':
      'The prosecution service asks for a copy of every message; the police offer a weekly list.',
    'measures.m08.good_practice':
      'One duty service for police, data preservation and witness protection: callers need one number.',
    'steps.t04.reservation':
      'No new structure. CrimEx itself, with a rotating chair, can do what a secretariat would do.',
    'steps.t05.reservation':
      'Names of officers should not be kept on a website. We propose a list held by each contact point.',
    'steps.t06.reservation': 'We agree, provided that existing channels between police services remain untouched.',
    'steps.t10.reservation':
      'A common baseline would be lower than our own rules for police data; we propose mutual recognition instead.',
    'steps.t11.reservation': 'Sustainability should be discussed when there is something to sustain.',
    main_achievement: 'Any partner reaches a duty officer at any hour, and urgent data are preserved within two hours.',
    next_milestone: 'National coordinator appointed, with an alternate from the prosecution service.',
    tour_de_table_statement:
      'Darsolin works quickly between police services, at any hour.\nTwo measures are in force. Three are late, and the report says why.\nWhat is missing is the bridge to the prosecution service. We ask for help with a protocol and with the law behind it.\nWe do not support a new secretariat. CrimEx can lead the network with a rotating chair.',
  },
  comments: {
    'measures.m02.date':
      'Late: one of the two signatories was appointed last month. The act is expected within ten weeks.',
    'measures.m03.date': 'Late by a few weeks; the coordinator is chosen, the alternate is not.',
    'measures.m06.date':
      'Late because the register of messages is still under discussion with the prosecution service.',
  },
  documents: {
    'measures.m08.evidence': [{ url: 'https://www.police-darsolin.example/duty-service' }],
  },
}
