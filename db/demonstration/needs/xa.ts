// Amaridel (invented) on the regional needs: much is in place; digital evidence and asset tracing are what is missing.
import type { Answers } from '../profile.ts'

export const needsXA: Answers = {
  language: 'en',
  answers: `
    lead_institution              ministry_justice
    consulted_institutions        ministry_justice,public_prosecution,judiciary,ministry_interior_police,central_authority,ncb_interpol,fiu,cybercrime_unit
    information_date              -16d
    legal_basis_informal          statute
    authorities_entitled          police,customs,border_police,prosecution,central_authority,fiu,cybercrime_unit
    spontaneous_information       yes
    legal_gap_severity            1
    channel_usage.*.frequency     4 3 3 2 3 1 2 1 1 1 2 3 2 3
    channel_usage.*.effectiveness 4 4 4 5 4 2 4 3 3 3 3 4 3 4
    interpol_reach                border_land,airports,seaports,criminal_police,counter_terrorism,immigration
    liaison_posts.*.posted_abroad 11 2
    liaison_posts.*.hosted        9 3
    mou_in_force                  14
    eu_contact_status.*.contact_point           in_progress yes yes
    eu_contact_status.*.used_last_12_months     partly yes yes
    eu_contact_status.*.interest_in_closer_link 4 4 3
    prosecutor_networks_member    iap_member,iap_ctpn,forum_prosecutors_general,unodc_network,cyber_24_7,arab_network
    ftf_db_contribution           yes
    ftf_query_points              land_borders,airports,seaports,visa_services
    ftf_feedback_prosecution      systematic
    informal_information_use      evidence_after_formalisation
    formalisation_routes          mla_request,central_authority_certificate,spontaneous_transmission
    formalisation_days            18
    admissibility_guidance        yes
    admissibility_difficulty      3
    liaison_unit_rule             direct_with_information
    urgent_direct_contact         yes
    after_hours_availability      duty_24_7
    request_tracking              internal_electronic
    digital_evidence_practice.*.practised yes partly partly yes yes partly
    secure_comms_available        i247,encrypted_email,government_network,diplomatic_bag
    data_protection_framework     specific_law
    trained_practitioners_24m     310
    training_topics               digital_evidence,asset_recovery,admissibility,network_use
    top_regional_needs            digital_evidence,secure_comms,financial_information,admissibility,eu_agencies
    expertise_offered             legal_basis,central_authority,national_coordination,prosecutor_networks
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           5 5  0 - -                 -                 -               -           -        -
    admissibility         3 5  4 3 training          templates_manuals eurojust        regional    partly   unodc
    central_authority     4 5  2 2 peer_exchange     -                 ejn             subregional -        -
    national_coordination 4 5  1 1 network_meeting   -                 spc_peer        regional    -        -
    interpol_access       4 5  2 2 it_equipment      training          interpol        national    -        -
    ftf_data              3 4  3 3 training          network_meeting   interpol        regional    partly   interpol
    liaison_network       4 4  1 1 study_visit       -                 eu_member_state national    -        -
    eu_agencies           3 4  3 3 study_visit       network_meeting   eurojust        regional    none     -
    prosecutor_networks   4 4  2 1 network_meeting   -                 iap             regional    -        -
    digital_evidence      2 4  4 3 training          expert_mission    coe             regional    partly   cybersouth_coe
    financial_information 3 5  4 4 expert_mission    peer_exchange     unodc           regional    partly   unodc
    witness_protection    4 4  0 - -                 -                 -               -           -        -
    secure_comms          3 4  3 2 it_equipment      expert_mission    eurojust        regional    none     -
    data_protection       4 5  2 2 expert_mission    -                 coe             subregional -        -
    training              3 4  3 2 training          -                 cepol           regional    largely  ct_mena,taiex
    tools_templates       3 4  3 2 templates_manuals -                 ejn             regional    none     -`,
    `area                  support.project .until
    digital_evidence      cyber   +11m
    financial_information assets  +7m
    training              training +4m`,
  ],
  words: {
    cyber: 'Regional project on cybercrime legislation (DEMO)',
    assets: 'Tracing and recovering assets (DEMO)',
    training: 'Counter-terrorism training for magistrates (DEMO)',
  },
  texts: {
    respondent_contact:
      'Oren Valtis, Director of international cooperation, Ministry of Justice, focal.xa@demo.example',
    legal_basis_reference:
      'Act on international judicial cooperation, no. 7 of {y-6}, articles 31 to 38\nRegulation on direct contacts between services, {y-4}',
    'needs.admissibility.justification':
      'Prosecutors lose time proving where information came from. A common form recording the first contact, understood by courts on both sides, would let most of it be used at trial.',
    'needs.digital_evidence.justification':
      'Requests to service providers are drafted differently by every office and four in ten come back incomplete. We expect prosecutors in each district able to preserve and request data without help from the capital.',
    'needs.financial_information.justification':
      'Accounts are identified quickly, but freezing them abroad takes months. A shared procedure between financial intelligence units and prosecutors should bring the first freezing order within two weeks.',
    'support.training.added_value':
      'The present programme trains judges of one country at a time. The TAF would bring together the people who write to each other.',
  },
  comments: {
    liaison_unit_rule: 'The unit is copied within two hours; the rule is respected in practice.',
    'channel_usage.europol.effectiveness': 'No arrangement is in force; contacts went through a Member State.',
    'capacity.digital_evidence.current': 'The cybercrime unit is well equipped; the districts are not.',
  },
  documents: {
    supporting_documents: [
      {
        name: 'act-on-judicial-cooperation-extract.pdf',
        lines: [
          'DEMO - invented document',
          'Amaridel: Act on international judicial cooperation',
          'Extract: articles 31 to 38',
        ],
      },
    ],
  },
}
