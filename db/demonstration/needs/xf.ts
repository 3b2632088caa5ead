// Felmora (invented, writes in Arabic) on the regional needs: withholds some answers; the law and data protection first.
import type { Answers } from '../profile.ts'

export const needsXF: Answers = {
  language: 'ar',
  answers: `
    lead_institution              public_prosecution
    consulted_institutions        public_prosecution,ministry_justice,judiciary
    information_date              -12d
    legal_basis_informal          none
    authorities_entitled          !pns
    spontaneous_information       no
    legal_gap_severity            5
    channel_usage.*.frequency     3 !pns !pns 1 1 0 0 0 1 1 3 2 !na 0
    channel_usage.*.effectiveness 3 - - 3 2 - - - 2 2 4 3 - -
    interpol_reach                !pns
    liaison_posts.*.posted_abroad !pns 0
    liaison_posts.*.hosted        !pns 1
    mou_in_force                  !na
    eu_contact_status.*.contact_point           no no no
    eu_contact_status.*.used_last_12_months     no no no
    eu_contact_status.*.interest_in_closer_link 2 4 4
    prosecutor_networks_member    iap_member,forum_prosecutors_general,arab_network
    ftf_db_contribution           !pns
    ftf_feedback_prosecution      !pns
    informal_information_use      decided_by_court
    formalisation_routes          mla_request,other
    formalisation_days            !na
    admissibility_guidance        no
    admissibility_difficulty      5
    liaison_unit_rule             not_regulated
    urgent_direct_contact         partly
    after_hours_availability      none
    request_tracking              internal_electronic
    digital_evidence_practice.*.practised no no !pns partly no no
    secure_comms_available        !pns
    data_protection_framework     none
    trained_practitioners_24m     40
    training_topics               informal_channels,mla_drafting,data_protection
    top_regional_needs            digital_evidence,admissibility,secure_comms,legal_basis,central_authority
    expertise_offered             prosecutor_networks
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           1 4  5 4 legislative_drafting expert_mission  unodc            regional    partly  unodc
    admissibility         2 4  4 3 training             templates_manuals spc_peer       regional    none    -
    central_authority     1 4  5 4 expert_mission       peer_exchange   ejn              subregional none    -
    national_coordination !pns !pns !pns - - - - - - -
    interpol_access       3 4  4 2 it_equipment         -               interpol         national    !pns    -
    ftf_data              !pns !pns !pns - - - - - - -
    liaison_network       2 3  1 1 study_visit          -               eu_member_state  national    -       -
    eu_agencies           1 3  3 2 network_meeting      study_visit     eurojust         regional    none    -
    prosecutor_networks   3 4  2 2 network_meeting      -               iap              regional    -       -
    digital_evidence      2 4  4 2 training             templates_manuals coe            regional    none    -
    financial_information 3 4  2 1 expert_mission       -               unodc            regional    -       -
    witness_protection    !nap !nap !nap - - - - - - -
    secure_comms          2 3  2 2 it_equipment         -               eurojust         regional    -       -
    data_protection       1 4  4 3 legislative_drafting expert_mission  coe              regional    none    -
    training              2 4  4 2 training             -               national_institute regional  largely ct_mena
    tools_templates       2 4  3 3 templates_manuals    -               ejn              regional    none    -`,
    `area        support.project .until
    legal_basis law  +10m
    training    courses +3m`,
  ],
  words: {
    law: 'مشروع تحديث التشريعات الجزائية (عرض توضيحي)',
    courses: 'دورات إقليمية لأعضاء النيابة العامة (عرض توضيحي)',
  },
  texts: {
    respondent_contact: 'جمانة الصقيلي، رئيسة مكتب التعاون الدولي بالنيابة العامة، focal.xf@demo.example',
    'needs.legal_basis.justification':
      'لا يوجد نص ينظّم التعاون غير الرسمي، ويخشى الممارسون المساءلة إذا بادروا بالاتصال. والمرجو نص قصير يبيّن المسموح والممنوع ويحمي من يعمل بموجبه.',
    'needs.admissibility.justification':
      'تختلف المحاكم في قبول المعلومات الواردة من الخارج. ونأمل في دليل عملي يجمع السوابق ويقترح صيغة واحدة للمحاضر، مع حلقات تدريب مشتركة للقضاة والنيابة العامة.',
    'needs.central_authority.justification':
      'لا توجد مناوبة خارج ساعات الدوام ولا قاعدة للاتصال العاجل. والمطلوب إجراءات مبسَّطة ونقطة اتصال دائمة يعرفها الشركاء في المنطقة.',
    'needs.interpol_access.justification':
      'يقتصر الوصول إلى قواعد البيانات على عدد قليل من المستخدمين. والنتيجة المرجوة توسيع الوصول تدريجياً إلى المنافذ الرئيسية بعد تدريب العاملين فيها.',
    'needs.digital_evidence.justification':
      'لا يعرف معظم أعضاء النيابة العامة كيف يُطلب التحفظ على البيانات ولا ممن يُطلب. والمرجو نماذج جاهزة بالعربية وتدريب عملي على قضايا افتراضية.',
    'needs.data_protection.justification':
      'يطلب الشركاء ضمانات لحماية البيانات لا ينص عليها قانوننا، فتُرفض طلبات كثيرة. والمطلوب مساندة في إعداد أحكام خاصة بالمسائل الجزائية.',
    'needs.training.justification':
      'لم يحضر أي تدريب على التعاون الدولي إلا عدد محدود من الممارسين. ونتطلع إلى منهاج مشترك يُدرَّس في المعهد القضائي وتُعِدّه بلدان المنطقة معاً.',
    'support.training.added_value':
      'تقتصر الدورات القائمة على جرائم الإرهاب. وتضيف آلية المساعدة الفنية سائر الجرائم العابرة للحدود.',
  },
  comments: {
    authorities_entitled: 'المسألة قيد الدراسة بين الوزارات المعنية.',
    'needs.witness_protection.priority': 'لا يوجد نظام لحماية الشهود في التشريع النافذ.',
    'needs.legal_basis.priority': 'مشروع النص معروض على لجنة فنية.',
  },
  documents: {},
}
