// Darsolin (invented) on the regional needs: no statute, strong police channels, INTERPOL tools and asset tracing first.
import type { Answers } from '../profile.ts'

export const needsXD: Answers = {
  language: 'en',
  answers: `
    lead_institution              ministry_interior_police
    consulted_institutions        ministry_justice,public_prosecution,ministry_interior_police,ncb_interpol,customs,fiu,border_police
    information_date              -14d
    legal_basis_informal          practice_only
    authorities_entitled          police,customs,border_police,fiu
    spontaneous_information       partly
    legal_gap_severity            4
    channel_usage.*.frequency     4 4 3 0 2 1 0 0 1 1 3 3 3 2
    channel_usage.*.effectiveness 5 4 4 - 3 2 - - 2 2 4 4 3 3
    interpol_reach                none
    interpol_reach_obstacles      institutional_mandate,technical,budget
    liaison_posts.*.posted_abroad 12 0
    liaison_posts.*.hosted        15 1
    mou_in_force                  11
    eu_contact_status.*.contact_point           in_progress no no
    eu_contact_status.*.used_last_12_months     yes no no
    eu_contact_status.*.interest_in_closer_link 5 3 3
    prosecutor_networks_member    none
    ftf_db_contribution           !pns
    ftf_feedback_prosecution      !pns
    informal_information_use      intelligence_only
    formalisation_routes          mla_request
    formalisation_days            60
    admissibility_guidance        no
    admissibility_difficulty      4
    liaison_unit_rule             direct_free
    urgent_direct_contact         yes
    after_hours_availability      duty_24_7
    request_tracking              internal_electronic
    digital_evidence_practice.*.practised yes yes partly no yes partly
    secure_comms_available        i247,commercial_tool
    data_protection_framework     sector_rules
    trained_practitioners_24m     !na
    training_topics               asset_recovery,informal_channels,digital_evidence,joint_investigations
    top_regional_needs            secure_comms,digital_evidence,interpol_access,financial_information,admissibility
    expertise_offered             interpol_access,financial_information
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           1 4  5 4 legislative_drafting expert_mission  unodc            national    none    -
    admissibility         2 4  4 3 templates_manuals    training        eurojust         regional    none    -
    central_authority     3 4  3 2 expert_mission       -               ejn              national    partly  eu_bilateral
    national_coordination 2 4  4 3 peer_exchange        expert_mission  spc_peer         regional    none    -
    interpol_access       4 4  5 3 it_equipment         training        interpol         regional    partly  interpol
    ftf_data              !pns !pns !pns - - - - - - -
    liaison_network       4 4  2 1 network_meeting      -               eu_member_state  national    -       -
    eu_agencies           2 3  3 2 study_visit          -               europol          regional    none    -
    prosecutor_networks   2 3  2 1 network_meeting      -               iap              regional    -       -
    digital_evidence      2 4  4 3 it_equipment         training        interpol         regional    partly  euromed_police
    financial_information 3 5  5 4 expert_mission       network_meeting unodc            regional    partly  unodc
    witness_protection    2 3  2 1 study_visit          -               eu_member_state  national    -       -
    secure_comms          2 4  3 2 it_equipment         -               europol          regional    none    -
    data_protection       2 4  3 2 legislative_drafting training        coe              national    none    -
    training              3 4  3 2 training             -               cepol            regional    largely euromed_police,ct_mena
    tools_templates       2 4  3 2 templates_manuals    -               ejn              regional    none    -`,
    `area                  support.project .until
    interpol_access       border +14m
    financial_information assets +7m
    training              police +6m`,
  ],
  words: {
    border: 'Extension of I-24/7 to land borders (DEMO)',
    assets: 'Tracing and recovering assets (DEMO)',
    police: 'Regional police training (DEMO)',
  },
  texts: {
    respondent_contact: 'Ruvan Estrel, head of the international department, national police, focal.xd@demo.example',
    'needs.legal_basis.justification':
      'Exchanges rest on practice alone, so that every change of personnel puts them in doubt. We need a short statute, drafted with the prosecution service, that says who may exchange what.',
    'needs.admissibility.justification':
      'What the police learn informally is treated as intelligence only. A protocol with the prosecution service should open the way to the court file without starting again.',
    'needs.national_coordination.justification':
      'Police, customs and prosecution each have their own contacts abroad and do not compare them. A small permanent secretariat, on the model of a neighbour, would be enough to begin with.',
    'needs.interpol_access.justification':
      'The capital has every tool and the borders have none. Mobile access for eleven border posts would turn a telephone call of hours into a query of seconds.',
    'needs.digital_evidence.justification':
      'Devices are examined with different software in each region and results cannot be compared. We expect common standards for seizure and a chain of custody that courts accept.',
    'needs.financial_information.justification':
      'Money leaves within a day and our requests leave within a month. Direct work between financial intelligence units, with a template agreed by prosecutors, should close that gap.',
    'support.training.added_value':
      'Present courses are for police officers only. The TAF would add prosecutors and customs, and cases that cross the borders of the region.',
  },
  comments: {
    'needs.interpol_access.priority':
      'Capacity at the National Central Bureau is sufficient; the need is access outside it, which the scale of capacity does not show.',
    interpol_reach:
      'Other services ask the Bureau by telephone at any hour. Direct access is planned for the border police.',
    trained_practitioners_24m: 'Each service keeps its own list; a common figure is being prepared.',
  },
  documents: {},
}
