// Gelsandra (invented, writes in French) on the regional needs: a small administration, alone in asking for witness protection.
import type { Answers } from '../profile.ts'

export const needsXG: Answers = {
  language: 'fr',
  answers: `
    lead_institution              ministry_justice
    consulted_institutions        ministry_justice,judiciary,ministry_interior_police,witness_protection
    information_date              -9d
    legal_basis_informal          administrative_instruction
    authorities_entitled          police,prosecution,investigating_judge
    spontaneous_information       partly
    legal_gap_severity            3
    channel_usage.*.frequency     2 1 0 1 0 0 0 1 0 1 2 1 1 0
    channel_usage.*.effectiveness 3 3 - 4 - - - 3 - 2 3 2 2 -
    interpol_reach                airports
    interpol_reach_obstacles      budget,technical,languages,human_resources
    liaison_posts.*.posted_abroad 0 0
    liaison_posts.*.hosted        2 0
    mou_in_force                  0
    eu_contact_status.*.contact_point           no no in_progress
    eu_contact_status.*.used_last_12_months     no no partly
    eu_contact_status.*.interest_in_closer_link 3 5 5
    prosecutor_networks_member    forum_prosecutors_general,unodc_network
    ftf_db_contribution           no
    ftf_query_points              ncb_only
    ftf_feedback_prosecution      not_regulated
    ftf_constraints               human_resources,technical,classification_of_information
    informal_information_use      to_open_investigation
    formalisation_routes          mla_request,voluntary_statement_record
    formalisation_days            120
    admissibility_guidance        no
    admissibility_difficulty      4
    liaison_unit_rule             all_through_unit
    urgent_direct_contact         partly
    after_hours_availability      on_call
    request_tracking              paper
    digital_evidence_practice.*.practised no no no partly no no
    secure_comms_available        diplomatic_bag
    data_protection_framework     draft
    trained_practitioners_24m     22
    training_topics               mla_drafting,informal_channels,digital_evidence,ftf_cases,legal_languages
    top_regional_needs            digital_evidence,witness_protection,secure_comms,legal_basis,national_coordination
    expertise_offered             -
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           2 4  5 3 legislative_drafting expert_mission   unodc           regional    none    -
    admissibility         2 4  4 3 templates_manuals    training         ejn             regional    none    -
    central_authority     2 4  4 3 peer_exchange        it_equipment     spc_peer        subregional none    -
    national_coordination 1 4  5 4 expert_mission       network_meeting  spc_peer        regional    none    -
    interpol_access       2 4  3 3 it_equipment         training         interpol        national    partly  interpol
    ftf_data              2 3  3 2 training             -                interpol        regional    none    -
    liaison_network       1 3  4 2 study_visit          peer_exchange    spc_peer        subregional none    -
    eu_agencies           1 3  3 2 study_visit          network_meeting  ejn             regional    none    -
    prosecutor_networks   2 3  2 1 network_meeting      -                iap             regional    -       -
    digital_evidence      1 4  5 4 training             expert_mission   unodc           regional    none    -
    financial_information 2 4  3 2 expert_mission       -                unodc           regional    partly  unodc,other_un
    witness_protection    1 4  5 3 study_visit          legislative_drafting eu_member_state national none   -
    secure_comms          1 3  4 3 it_equipment         -                eurojust        regional    none    -
    data_protection       2 4  3 2 legislative_drafting -                coe             regional    none    -
    training              2 4  3 3 training             peer_exchange    national_institute regional largely ct_mena
    tools_templates       2 3  2 2 templates_manuals    -                ejn             regional    -       -`,
    `area                  support.project .until
    interpol_access       borders +14m
    financial_information fiu     -40d
    training              judges  +3m`,
  ],
  words: {
    borders: 'Équipement des postes frontières (DEMO)',
    fiu: 'Appui à la cellule de renseignement financier (DEMO)',
    judges: 'Cours régionaux pour magistrats (DEMO)',
  },
  texts: {
    respondent_contact: 'Isaure Belmontel, conseillère, ministère de la Justice, focal.xg@demo.example',
    legal_basis_reference: 'Circulaire relative aux contacts avec les autorités étrangères, {y-4}',
    'needs.legal_basis.justification':
      'Une simple circulaire règle les contacts avec l’étranger et chacun l’interprète à sa façon. Nous souhaitons une loi brève et un appui à sa rédaction.',
    'needs.admissibility.justification':
      'Les juges d’instruction recommencent presque toujours les actes accomplis à l’étranger. Des modèles acceptés de part et d’autre feraient gagner plusieurs mois par dossier.',
    'needs.central_authority.justification':
      'Deux agents tiennent l’autorité centrale et suivent les demandes sur papier. Un échange avec un pays voisin et un registre simple suffiraient à répondre dans les délais.',
    'needs.national_coordination.justification':
      'Aucune enceinte ne réunit la justice, la police et les douanes. Nous attendons un accompagnement pour l’acte fondateur et les trois premières réunions.',
    'needs.liaison_network.justification':
      'Nous n’avons ni officier ni magistrat de liaison en poste. Un magistrat commun à plusieurs pays voisins serait une solution à notre mesure.',
    'needs.digital_evidence.justification':
      'Aucun service n’est formé aux demandes adressées aux fournisseurs. L’objectif est de disposer en un an de cinq praticiens capables de préserver et d’obtenir des données.',
    'needs.witness_protection.justification':
      'Un service de trois personnes vient d’être créé, sans texte d’application ni partenaire. Une visite dans un service établi permettrait de rédiger ses procédures.',
    'needs.secure_comms.justification':
      'La valise diplomatique est le seul moyen autorisé. Nous avons besoin de conseils pour choisir un moyen sûr, peu coûteux et reconnu par nos partenaires.',
    'support.training.added_value':
      'Les cours actuels s’adressent aux juges spécialisés. La TAF toucherait les praticiens des tribunaux de province.',
  },
  comments: {
    mou_in_force: 'Un premier protocole est en cours de négociation.',
    'needs.witness_protection.scale': 'Besoin national, à titre exceptionnel : aucun autre pays n’a exprimé le même.',
    'channel_usage.interpol_i247.frequency': 'Par l’intermédiaire du Bureau central national uniquement.',
  },
  documents: {
    supporting_documents: [
      {
        name: 'circulaire-contacts-directs.pdf',
        lines: [
          'DEMO - document fictif',
          'Gelsandra : circulaire relative aux contacts',
          'avec les autorites etrangeres',
        ],
      },
    ],
  },
}
