// Belsorin (invented, writes in French) on the regional needs: the law suffices; digital evidence, data protection and the EU agencies come first.
import type { Answers } from '../profile.ts'

export const needsXB: Answers = {
  language: 'fr',
  answers: `
    lead_institution              public_prosecution
    consulted_institutions        ministry_justice,public_prosecution,ministry_interior_police,central_authority,customs,cybercrime_unit,judicial_school
    information_date              -21d
    legal_basis_informal          treaty_or_mou
    authorities_entitled          police,customs,prosecution,central_authority,fiu
    spontaneous_information       yes
    legal_gap_severity            2
    channel_usage.*.frequency     4 3 2 3 2 0 1 2 1 1 2 2 2 1
    channel_usage.*.effectiveness 4 3 4 5 3 - 3 4 3 2 3 4 3 2
    interpol_reach                border_land,airports,criminal_police,counter_terrorism
    liaison_posts.*.posted_abroad 6 1
    liaison_posts.*.hosted        8 2
    mou_in_force                  9
    eu_contact_status.*.contact_point           no yes yes
    eu_contact_status.*.used_last_12_months     no yes partly
    eu_contact_status.*.interest_in_closer_link 4 5 5
    prosecutor_networks_member    iap_member,forum_prosecutors_general,unodc_network,asset_recovery_network
    ftf_db_contribution           !pns
    ftf_feedback_prosecution      !pns
    informal_information_use      evidence_after_formalisation
    formalisation_routes          mla_request,official_police_report,spontaneous_transmission
    formalisation_days            35
    admissibility_guidance        partly
    admissibility_difficulty      3
    liaison_unit_rule             all_through_unit
    urgent_direct_contact         partly
    after_hours_availability      on_call
    request_tracking              shared_electronic
    digital_evidence_practice.*.practised yes no partly yes partly partly
    secure_comms_available        i247,government_network,diplomatic_bag
    data_protection_framework     general_law
    trained_practitioners_24m     185
    training_topics               digital_evidence,data_protection,mla_drafting,network_use,legal_languages
    top_regional_needs            secure_comms,digital_evidence,admissibility,data_protection,eu_agencies
    expertise_offered             central_authority,tools_templates,national_coordination
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           4 4  1 1 expert_mission       -                 unodc           national    -       -
    admissibility         3 4  4 3 templates_manuals    training          ejn             regional    none    -
    central_authority     3 4  3 3 peer_exchange        it_equipment      spc_peer        subregional none    -
    national_coordination 3 4  3 2 network_meeting      -                 eu_member_state national    partly  eu_bilateral
    interpol_access       3 4  2 2 it_equipment         -                 interpol        national    -       -
    ftf_data              !pns !pns !pns - - - - - - -
    liaison_network       3 4  2 1 study_visit          -                 eu_member_state national    -       -
    eu_agencies           2 4  4 3 study_visit          network_meeting   eurojust        regional    none    -
    prosecutor_networks   3 4  2 2 network_meeting      -                 iap             regional    -       -
    digital_evidence      3 5  5 4 training             it_equipment      eu_member_state regional    partly  cybersouth_coe,member_state_bilateral
    financial_information 3 4  3 2 expert_mission       -                 unodc           subregional partly  unodc
    witness_protection    !nap !nap !nap - - - - - - -
    secure_comms          3 4  2 2 it_equipment         -                 eurojust        regional    -       -
    data_protection       2 4  4 3 legislative_drafting expert_mission    coe             subregional none    -
    training              3 4  3 2 training             peer_exchange     national_institute regional    partly  taiex
    tools_templates       4 4  2 1 templates_manuals    -                 ejn             regional    -       -`,
    `area                  support.project .until
    digital_evidence      cyber +11m
    national_coordination reform +9m`,
  ],
  words: {
    cyber: 'Projet régional sur la cybercriminalité (DEMO)',
    reform: 'Appui à la réforme de la justice (DEMO)',
  },
  texts: {
    respondent_contact: 'Maël Tournevent, substitut général, parquet général, focal.xb@demo.example',
    legal_basis_reference:
      'Convention bilatérale type, articles 4 à 9\nProtocole entre le parquet général et la police nationale, {y-3}',
    'needs.admissibility.justification':
      'Les procès-verbaux établis à partir d’échanges informels sont contestés devant les juridictions. Un modèle commun de formalisation réduirait les nullités et les demandes répétées.',
    'needs.eu_agencies.justification':
      'Nos magistrats connaissent mal les mandats respectifs d’Eurojust et du RJE et saisissent souvent les deux à la fois. Nous attendons des réflexes communs et un point d’entrée unique par dossier.',
    'needs.digital_evidence.justification':
      'Les demandes de conservation rapide arrivent après l’effacement des données dans un tiers des dossiers. L’objectif est que chaque parquet sache saisir un fournisseur le jour même.',
    'needs.data_protection.justification':
      'L’absence de règles propres à la matière pénale freine les transferts vers l’étranger. Un texte clair, assorti de garanties, permettrait de répondre aux partenaires qui les exigent.',
  },
  comments: {
    'needs.witness_protection.priority': 'Il n’existe pas de service de protection des témoins dans notre système.',
    formalisation_days: 'Estimation fondée sur les dossiers du parquet de la capitale.',
    'channel_usage.liaison_magistrates.effectiveness': 'Le canal le plus utile pour les affaires complexes.',
  },
  documents: {},
}
