// Eskamond (invented, writes in French) on the Roadmaps: most measures in force, reasoned reservations about the platform.
import type { Answers } from '../profile.ts'

export const reportXE: Answers = {
  language: 'fr',
  answers: `
    reporting_authority       central_authority
    report_contributors       central_authority,public_prosecution,judiciary,ministry_interior_police,fiu,judicial_school
    information_date          -24d
    changes_since_last        yes
    platform_status           operational
    platform_act              decret
    platform_lead             central_authority
    platform_members          central_authority,public_prosecution,judiciary,ministry_interior_police,customs,fiu,cybercrime_unit
    platform_frequency        monthly
    platform_functions.*.exercised yes yes yes yes yes
    platform_coordinator      yes
    overall_progress          5
    measures_to_support       m05
    next_milestone_date       +8m
    platform_model            network_attached_to_existing_body
    functioning_instrument    memorandum
    contact_point_institution central_authority,public_prosecution,judiciary
    contact_points_number     5
    information_level         4
    working_languages         en,fr
    participation_horizon     first_half_2018
    comments_invited_from     eurojust,ejn
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 3 centrale -60m -               no     -
    m02 3 justice  -48m -               no     -
    m03 3 centrale -48m -               no     -
    m04 3 centrale -30m -               no     -
    m05 2 conseil  +6m  political_priority partly national_coordination
    m06 3 centrale -28m -               no     -
    m07 3 mixte    -19m -               no     -
    m08 3 police   -40m -               no     -
    m09 3 centrale -12m -               partly tools_templates
    m10 2 chiffre  +4m  technical       yes    secure_comms
    m11 2 ecole    +10m none            no     -
    m12 3 conseil  -5m  -               no     -`,
    `step steps.agreement .timeframe .preconditions
    t01 4 within_6m  none
    t02 5 within_6m  none
    t03 2 -          data_protection_rules
    t04 1 -          -
    t05 2 -          data_protection_rules,secure_channel
    t06 4 within_6m  none
    t07 5 within_6m  none
    t08 3 within_12m political_approval
    t09 4 within_6m  none
    t10 5 within_12m data_protection_rules
    t11 2 -          political_approval`,
  ],
  words: {
    decret: 'Décret n° 88 de {y-4} relatif à la coordination de l’entraide pénale (DEMO)',
    centrale: 'Autorité centrale',
    justice: 'Ministère de la Justice, secrétariat général',
    conseil: 'Conseil national de politique pénale',
    mixte: 'Parquet national et police judiciaire',
    police: 'Police judiciaire, permanence internationale',
    chiffre: 'Service national du chiffre',
    ecole: 'École nationale de la magistrature',
  },
  texts: {
    'measures.m03.evidence_note':
      'Arrêté de nomination de {y-4}, renouvelé ; le nom de la suppléante figure à l’annuaire des membres du CrimEx.',
    'measures.m09.evidence_note':
      'Registre électronique partagé par trois institutions ; statistiques annuelles présentées au conseil national.',
    'measures.m12.evidence_note':
      'Rapport annuel adopté par le conseil national de politique pénale et transmis au CrimEx.',
    'measures.m07.good_practice':
      'Le protocole tient en quatre pages et fixe un délai à chacun ; il est évalué tous les six mois.',
    'measures.m09.good_practice':
      'Le registre calcule le délai de réponse par partenaire, ce qui a changé les habitudes.',
    'steps.t03.reservation':
      'Des règles trop légères ne protègent pas. Nous proposons d’y inscrire le contrôle d’une autorité indépendante.',
    'steps.t04.reservation':
      'Le réseau devrait être adossé à un organisme existant plutôt qu’à un secrétariat nouveau.',
    'steps.t05.reservation': 'Oui à un répertoire, non à son hébergement sur le site du projet.',
    'steps.t11.reservation':
      'La formulation engage des ressources sans procédure budgétaire. Proposition : « examiner chaque année les moyens disponibles ».',
    main_achievement:
      'Neuf mesures sur douze sont appliquées et mesurées ; le délai médian de réponse est de douze jours.',
    next_milestone: 'Adoption des priorités nationales pluriannuelles par le conseil national.',
    tour_de_table_statement:
      'Eskamond applique neuf mesures sur douze. Chacune est suivie par un indicateur.\nLe protocole entre le parquet et la police tient en quatre pages. Nous le mettons à la disposition de tous.\nNous soutenons le réseau. Nous demandons des garanties écrites pour les données.\nNous préférons un rattachement à un organisme existant.',
  },
  comments: {
    'measures.m02.status': 'Le texte a été modifié une fois, pour ajouter les douanes.',
    platform_model: 'Par exemple le secrétariat d’un réseau judiciaire existant.',
  },
  documents: {
    'measures.m01.evidence': [{ url: 'https://www.justice-eskamond.example/autorite-centrale' }],
    'measures.m02.evidence': [
      {
        name: 'decret-88.pdf',
        lines: ['DEMO - document fictif', 'Eskamond : decret relatif a la coordination', 'de l entraide penale'],
      },
    ],
    'measures.m04.evidence': [{ url: 'https://www.justice-eskamond.example/annuaire' }],
    'measures.m06.evidence': [{ url: 'https://www.justice-eskamond.example/procedures' }],
    'measures.m07.evidence': [
      {
        name: 'protocole-parquet-police.pdf',
        lines: ['DEMO - document fictif', 'Eskamond : protocole entre le parquet', 'national et la police judiciaire'],
      },
    ],
    'measures.m08.evidence': [{ url: 'https://www.police-eskamond.example/permanence' }],
  },
}
