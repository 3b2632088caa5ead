// Hintamar (invented) on the regional needs: complete, and one click from submission, so that a newcomer sees the figures move.
import type { Answers } from '../profile.ts'

export const needsXH: Answers = {
  language: 'en',
  answers: `
    lead_institution              central_authority
    consulted_institutions        ministry_justice,public_prosecution,central_authority,ministry_interior_police,fiu,customs
    information_date              -6d
    legal_basis_informal          treaty_or_mou
    authorities_entitled          police,prosecution,central_authority,fiu,customs
    spontaneous_information       yes
    legal_gap_severity            2
    channel_usage.*.frequency     4 3 2 2 3 1 1 1 1 2 3 3 2 1
    channel_usage.*.effectiveness 4 4 3 4 3 3 3 3 2 3 4 4 3 3
    interpol_reach                airports,seaports,criminal_police,customs
    liaison_posts.*.posted_abroad 5 1
    liaison_posts.*.hosted        7 1
    mou_in_force                  8
    eu_contact_status.*.contact_point           no in_progress yes
    eu_contact_status.*.used_last_12_months     no partly yes
    eu_contact_status.*.interest_in_closer_link 3 5 4
    prosecutor_networks_member    iap_member,forum_prosecutors_general,unodc_network
    ftf_db_contribution           !pns
    ftf_feedback_prosecution      case_by_case
    informal_information_use      evidence_after_formalisation
    formalisation_routes          mla_request,central_authority_certificate
    formalisation_days            45
    admissibility_guidance        partly
    admissibility_difficulty      3
    liaison_unit_rule             direct_with_information
    urgent_direct_contact         yes
    after_hours_availability      on_call
    request_tracking              internal_electronic
    digital_evidence_practice.*.practised yes partly partly yes no partly
    secure_comms_available        i247,encrypted_email,diplomatic_bag
    data_protection_framework     general_law
    trained_practitioners_24m     120
    training_topics               asset_recovery,digital_evidence,network_use,admissibility,mla_drafting
    top_regional_needs            digital_evidence,financial_information,secure_comms,admissibility,eu_agencies
    expertise_offered             central_authority,tools_templates
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           4 4  1 1 expert_mission    -                 unodc            national    -       -
    admissibility         3 4  4 3 templates_manuals training          eurojust         regional    none    -
    central_authority     3 4  3 3 peer_exchange     it_equipment      ejn              subregional none    -
    national_coordination 2 4  4 3 peer_exchange     network_meeting   spc_peer         regional    none    -
    interpol_access       3 4  3 2 it_equipment      training          interpol         national    none    -
    ftf_data              !pns !pns !pns - - - - - - -
    liaison_network       2 4  3 2 study_visit       -                 eu_member_state  subregional partly  member_state_bilateral
    eu_agencies           2 4  4 3 study_visit       network_meeting   eurojust         regional    none    -
    prosecutor_networks   3 4  2 1 network_meeting   -                 iap              regional    -       -
    digital_evidence      2 4  4 3 training          it_equipment      coe              regional    partly  cybersouth_coe
    financial_information 2 5  5 4 expert_mission    training          unodc            regional    partly  unodc
    witness_protection    3 4  1 1 study_visit       -                 eu_member_state  national    -       -
    secure_comms          2 4  3 3 it_equipment      -                 eurojust         regional    none    -
    data_protection       3 4  3 2 expert_mission    -                 coe              regional    none    -
    training              3 4  4 2 training          peer_exchange     cepol            regional    partly  taiex
    tools_templates       3 4  3 2 templates_manuals -                 ejn              regional    none    -`,
    `area                  support.project .until
    digital_evidence      cyber  +11m
    financial_information assets +7m`,
  ],
  words: { cyber: 'Regional project on cybercrime legislation (DEMO)', assets: 'Tracing and recovering assets (DEMO)' },
  texts: {
    respondent_contact: 'Lisbet Orvane, deputy head of the central authority, focal.xh@demo.example',
    legal_basis_reference: 'Eight memoranda of understanding between police services; list in preparation',
    'needs.admissibility.justification':
      'Courts ask for certificates that our partners do not know. A model certificate agreed in the region would spare a second request in most cases.',
    'needs.national_coordination.justification':
      'Institutions meet case by case and nobody keeps the thread between meetings. An exchange with a delegation whose platform works would show us what to copy.',
    'needs.eu_agencies.justification':
      'Our magistrates use one contact for everything and wait for the wrong answer. Two visits and a short guide would teach whom to ask, when, and for what.',
    'needs.digital_evidence.justification':
      'Preservation works at any hour, content does not come at all. We expect a first group of prosecutors who can draft a request that a provider accepts at once.',
    'needs.financial_information.justification':
      'The financial intelligence unit finds the accounts and the prosecution learns of it too late. One joint procedure, tried on invented cases, should bring them together within the week.',
    'needs.training.justification':
      'Every office trains its own people on its own forms. Joint courses with those who receive our requests would change more than any manual.',
  },
  comments: {
    'capacity.financial_information.current': 'Seven analysts for the whole country.',
    formalisation_days: 'Median of the last forty requests.',
  },
  documents: {},
}
