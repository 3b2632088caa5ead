// Eskamond (invented, writes in French) on the regional needs: few of its own, experience to share, and another view on almost everything.
import type { Answers } from '../profile.ts'

export const needsXE: Answers = {
  language: 'fr',
  answers: `
    lead_institution              central_authority
    consulted_institutions        ministry_justice,public_prosecution,judiciary,ministry_interior_police,central_authority,fiu,cybercrime_unit,witness_protection,judicial_school
    information_date              -25d
    legal_basis_informal          statute
    authorities_entitled          police,customs,border_police,prosecution,investigating_judge,central_authority,fiu,cybercrime_unit,witness_protection
    spontaneous_information       yes
    legal_gap_severity            1
    channel_usage.*.frequency     4 3 3 3 3 2 3 3 2 2 1 4 3 4
    channel_usage.*.effectiveness 4 5 4 5 4 4 5 4 3 3 2 5 4 5
    interpol_reach                border_land,airports,seaports,criminal_police,counter_terrorism,customs,immigration,cybercrime,prosecution_read_only
    liaison_posts.*.posted_abroad 18 4
    liaison_posts.*.hosted        21 6
    mou_in_force                  27
    eu_contact_status.*.contact_point           yes yes yes
    eu_contact_status.*.used_last_12_months     yes yes yes
    eu_contact_status.*.interest_in_closer_link 3 3 2
    prosecutor_networks_member    iap_member,iap_ctpn,forum_prosecutors_general,unodc_network,gctf_iij,asset_recovery_network,cyber_24_7
    ftf_db_contribution           yes
    ftf_query_points              land_borders,airports,seaports,visa_services,prosecution_on_request
    ftf_feedback_prosecution      systematic
    informal_information_use      evidence_directly
    admissibility_guidance        yes
    admissibility_difficulty      2
    liaison_unit_rule             direct_with_information
    urgent_direct_contact         yes
    after_hours_availability      duty_24_7
    request_tracking              shared_electronic
    digital_evidence_practice.*.practised yes yes yes yes yes yes
    secure_comms_available        i247,encrypted_email,government_network,eu_agency_channel
    data_protection_framework     specific_law
    trained_practitioners_24m     740
    training_topics               joint_investigations,asset_recovery
    top_regional_needs            admissibility,secure_comms,tools_templates
    expertise_offered             digital_evidence,financial_information,witness_protection,national_coordination,liaison_network
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           5 5  0 - -                 -               -               -           -      -
    admissibility         3 5  4 3 network_meeting   templates_manuals eurojust      regional    none   -
    central_authority     5 5  1 1 peer_exchange     -               ejn             regional    -      -
    national_coordination 4 5  2 2 peer_exchange     -               spc_peer        regional    -      -
    interpol_access       5 5  1 1 training          -               interpol        national    -      -
    ftf_data              4 4  2 2 network_meeting   -               interpol        regional    -      -
    liaison_network       5 5  0 - -                 -               -               -           -      -
    eu_agencies           4 5  2 2 network_meeting   -               eurojust        regional    -      -
    prosecutor_networks   4 5  2 1 network_meeting   -               iap             regional    -      -
    digital_evidence      4 4  1 1 peer_exchange     -               coe             regional    -      -
    financial_information 4 5  3 2 peer_exchange     -               eu_member_state regional    none   -
    witness_protection    4 4  2 1 peer_exchange     -               eu_member_state subregional -      -
    secure_comms          3 5  3 3 expert_mission    it_equipment    eurojust        regional    none   -
    data_protection       5 5  1 1 network_meeting   -               coe             regional    -      -
    training              3 4  3 2 training          -               national_institute regional  partly member_state_bilateral
    tools_templates       3 4  3 2 templates_manuals -               ejn             regional    none   -`,
    `area     support.project .until
    training school +16m`,
  ],
  words: { school: 'Partenariat des écoles de magistrature (DEMO)' },
  texts: {
    respondent_contact: 'Hadrien Corvessac, chef de l’autorité centrale, focal.xe@demo.example',
    legal_basis_reference:
      'Code de procédure pénale, livre IV, titre X\nLoi sur l’échange direct d’informations, {y-8}',
    'needs.admissibility.justification':
      'Nos juridictions admettent l’information directement, mais celles de nos partenaires la refusent encore. Un modèle commun à la région éviterait de recommencer les actes de l’autre côté.',
  },
  comments: {
    informal_information_use:
      'Sous réserve du contrôle du juge, qui écarte l’information obtenue en violation des droits de la défense.',
    'needs.digital_evidence.priority': 'Nous pouvons accueillir des stagiaires des autres délégations.',
  },
  documents: {
    supporting_documents: [{ url: 'https://www.justice-eskamond.example/cooperation/guide' }],
  },
}
