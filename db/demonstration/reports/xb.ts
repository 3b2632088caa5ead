// Belsorin (invented, writes in French) on the Roadmaps: the founding act is adopted, the secretariat does not convince.
import type { Answers } from '../profile.ts'

export const reportXB: Answers = {
  language: 'fr',
  answers: `
    reporting_authority       public_prosecution
    report_contributors       public_prosecution,ministry_justice,ministry_interior_police,customs
    information_date          -20d
    changes_since_last        yes
    platform_status           formal_act_adopted
    platform_act              arrete
    platform_lead             public_prosecution
    platform_members          public_prosecution,ministry_justice,ministry_interior_police,customs,cybercrime_unit
    platform_frequency        quarterly
    platform_functions.*.exercised partly yes no yes partly
    platform_coordinator      yes
    overall_progress          3
    measures_to_support       m07,m10
    next_milestone_date       +4m
    platform_model            network_with_rotating_secretariat
    functioning_instrument    conclusions_of_crimex
    contact_point_institution public_prosecution,central_authority
    contact_points_number     2
    information_level         3
    working_languages         fr
    participation_horizon     second_half_2018
    comments_invited_from     ejn,iap
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 3 parquet -18m -                          no     -
    m02 2 justice +3m  legal                      partly national_coordination
    m03 3 parquet -11m -                          no     -
    m04 2 centrale +5m human_resources            yes    tools_templates
    m05 1 justice +7m  political_priority         no     -
    m06 2 centrale +6m human_resources,languages  yes    central_authority
    m07 2 mixte   +8m  interagency_trust,legal    yes    admissibility
    m08 3 police  -7m  -                          no     -
    m09 2 centrale +4m technical                  partly secure_comms
    m10 0 -       -    technical,budget           yes    secure_comms
    m11 2 ecole   +9m  budget                     yes    training
    m12 0 -       -    institutional_mandate      no     -`,
    `step steps.agreement .timeframe .preconditions
    t01 5   within_6m  none
    t02 5   within_12m formal_designation
    t03 4   within_12m political_approval
    t04 1   -          -
    t05 4   within_12m secure_channel
    t06 4   within_12m formal_designation
    t07 5   within_6m  none
    t08 !na -          -
    t09 4   within_24m funding
    t10 5   within_12m data_protection_rules
    t11 2   -          funding`,
  ],
  words: {
    arrete: 'Arrêté conjoint n° 214 de {y-1} portant création de la plateforme nationale (DEMO)',
    parquet: 'Parquet général, service de l’entraide',
    justice: 'Ministère de la Justice, direction des affaires pénales',
    centrale: 'Autorité centrale',
    mixte: 'Parquet général et police nationale',
    police: 'Police nationale, centre de permanence',
    ecole: 'École de la magistrature',
  },
  texts: {
    'measures.m03.evidence_note':
      'Décision du procureur général de {y-1} désignant une coordonnatrice et son suppléant ; notifiée au secrétariat du CrimEx.',
    'measures.m02.obstacle_note':
      'Le mandat de la plateforme doit encore être précisé par une circulaire d’application.',
    'measures.m10.obstacle_note': 'Les services emploient des messageries différentes ; aucune n’est agréée pour tous.',
    'measures.m08.good_practice': 'La permanence tient un modèle de demande prérempli par pays partenaire.',
    'steps.t04.reservation':
      'La délégation ne souhaite pas de secrétariat permanent. Une présidence tournante, assistée par ses propres services, suffirait.',
    'steps.t11.reservation':
      'La pérennité ne saurait reposer sur des contributions financières des pays. Nous proposons : « examen annuel, sans incidence budgétaire ».',
    main_achievement: 'L’acte fondateur réunit pour la première fois cinq institutions autour d’un même ordre du jour.',
    next_milestone: 'Adoption de la circulaire fixant le mandat et le règlement intérieur de la plateforme.',
    tour_de_table_statement:
      'Belsorin a adopté l’acte fondateur de sa plateforme. Les réunions sont trimestrielles.\nTrois mesures sont mises en œuvre. Cinq autres avancent.\nLa difficulté principale tient aux moyens de communication entre nos propres services.\nNous soutenons un réseau léger de points de contact. Nous ne demandons pas de secrétariat permanent.\nNous remercions les délégations qui nous ont transmis leurs modèles d’acte.',
  },
  comments: {
    'steps.t08.agreement': 'Consultation en cours au sein du parquet général.',
    platform_frequency: 'Quatre réunions tenues depuis l’adoption de l’acte.',
  },
  documents: {
    'measures.m01.evidence': [{ url: 'https://www.parquet-belsorin.example/entraide/designation' }],
    'measures.m08.evidence': [
      {
        name: 'circulaire-permanence.pdf',
        lines: ['DEMO - document fictif', 'Belsorin : circulaire sur la permanence', 'et la conservation des donnees'],
      },
    ],
  },
}
