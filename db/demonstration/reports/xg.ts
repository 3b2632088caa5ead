// Gelsandra (invented, writes in French) on the Roadmaps: almost nothing begun, everything supported.
import type { Answers } from '../profile.ts'

export const reportXG: Answers = {
  language: 'fr',
  answers: `
    reporting_authority       ministry_justice
    report_contributors       ministry_justice,judiciary
    information_date          -8d
    changes_since_last        partly
    platform_status           none
    platform_coordinator      partly
    overall_progress          1
    measures_to_support       m02,m01,m11
    next_milestone_date       +7m
    platform_model            network_with_project_secretariat
    functioning_instrument    declaration
    contact_point_institution ministry_justice,judiciary
    contact_points_number     2
    information_level         3
    working_languages         fr,ar
    participation_horizon     first_half_2018
    comments_invited_from     ejn,unodc,iap
  `,
  tables: [
    `measure measures.status .responsible .date .obstacles .ta_need .need_areas
    m01 1              justice +5m human_resources             yes    national_coordination
    m02 0              -       -   legal,human_resources       yes    national_coordination,legal_basis
    m03 2              justice +2m human_resources             partly national_coordination
    m04 0              -       -   human_resources,budget      yes    tools_templates
    m05 0              -       -   political_priority          yes    national_coordination
    m06 0              -       -   human_resources             yes    central_authority
    m07 0              -       -   legal,institutional_mandate yes    admissibility
    m08 0              -       -   budget,human_resources      yes    digital_evidence
    m09 0              -       -   technical,budget            yes    tools_templates,secure_comms
    m10 not_applicable -       -   -                           -      -
    m11 1              ecole   +8m budget,languages            yes    training
    m12 0              -       -   human_resources             no     -`,
    `step steps.agreement .timeframe .preconditions
    t01 5 within_6m  none
    t02 5 within_12m formal_designation
    t03 5 within_12m none
    t04 5 within_12m funding
    t05 5 within_12m secure_channel
    t06 4 within_12m formal_designation,language_regime
    t07 5 within_24m funding
    t08 4 within_24m political_approval
    t09 5 within_12m language_regime
    t10 3 within_24m legal_amendment
    t11 2 -          funding`,
  ],
  words: {
    justice: 'Ministère de la Justice, autorité centrale',
    ecole: 'Centre de formation judiciaire',
  },
  texts: {
    'measures.m02.obstacle_note': 'Le projet de texte existe ; aucun agent ne peut s’y consacrer à plein temps.',
    'measures.m03.good_practice': 'La coordonnatrice pressentie siège déjà au CrimEx, ce qui évite un relais.',
    'steps.t11.reservation':
      'Notre administration ne peut s’engager sur des ressources. Une participation en nature serait possible.',
    main_achievement: 'Une coordonnatrice a été pressentie et suit déjà les travaux du groupe.',
    next_milestone: 'Désignation de l’institution chef de file par décision ministérielle.',
    tour_de_table_statement:
      'Gelsandra en est au début du chemin. Deux agents portent l’entraide pénale.\nUne coordonnatrice est pressentie. L’institution chef de file sera désignée dans l’année.\nNous soutenons toutes les étapes, à condition qu’elles restent à notre portée.\nUn secrétariat commun nous aiderait plus que tout autre outil.',
  },
  comments: {
    'measures.m10.status': 'La plateforme n’existe pas ; ses membres futurs travaillent dans le même bâtiment.',
    'measures.m03.status': 'La suppléance reste à pourvoir.',
  },
  documents: {},
}
