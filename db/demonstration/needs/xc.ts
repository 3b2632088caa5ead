// Cantoril (invented, writes in Arabic) on the regional needs: building from the ground; digital evidence, admissibility and the law first.
import type { Answers } from '../profile.ts'

export const needsXC: Answers = {
  language: 'ar',
  answers: `
    lead_institution              ministry_justice
    consulted_institutions        ministry_justice,public_prosecution,judiciary,ministry_interior_police,ncb_interpol
    information_date              -18d
    legal_basis_informal          administrative_instruction
    authorities_entitled          police,prosecution
    spontaneous_information       no
    legal_gap_severity            4
    channel_usage.*.frequency     3 2 1 1 1 0 0 1 1 2 3 2 1 0
    channel_usage.*.effectiveness 3 3 2 4 2 - - 2 3 3 3 3 2 -
    interpol_reach                criminal_police,counter_terrorism
    interpol_reach_obstacles      technical,budget,human_resources
    liaison_posts.*.posted_abroad 2 0
    liaison_posts.*.hosted        4 1
    mou_in_force                  3
    eu_contact_status.*.contact_point           no in_progress in_progress
    eu_contact_status.*.used_last_12_months     no no partly
    eu_contact_status.*.interest_in_closer_link 5 5 4
    prosecutor_networks_member    iap_member,unodc_network,arab_network
    ftf_db_contribution           partly
    ftf_query_points              airports,land_borders
    ftf_feedback_prosecution      case_by_case
    ftf_constraints               technical,human_resources,data_quality
    informal_information_use      to_open_investigation
    formalisation_routes          mla_request,official_police_report
    formalisation_days            90
    admissibility_guidance        no
    admissibility_difficulty      4
    liaison_unit_rule             all_through_unit
    urgent_direct_contact         no
    after_hours_availability      office_hours
    request_tracking              paper
    digital_evidence_practice.*.practised partly no no partly no no
    secure_comms_available        i247,diplomatic_bag
    data_protection_framework     draft
    trained_practitioners_24m     64
    training_topics               mla_drafting,digital_evidence,informal_channels,admissibility,legal_languages
    top_regional_needs            digital_evidence,legal_basis,secure_comms,admissibility,central_authority
    expertise_offered             -
  `,
  tables: [
    `area                  capacity.current .needed needs.priority .urgency .modality_1 .modality_2 .partner .scale support.coverage .donor
    legal_basis           2 4  5 4 legislative_drafting expert_mission  unodc           regional    none    -
    admissibility         1 4  5 4 templates_manuals    training        eurojust        regional    none    -
    central_authority     2 4  4 3 peer_exchange        it_equipment    spc_peer        subregional partly  unodc
    national_coordination 2 4  4 3 expert_mission       peer_exchange   spc_peer        regional    none    -
    interpol_access       2 4  3 2 it_equipment         training        interpol        national    partly  interpol
    ftf_data              2 4  4 3 training             it_equipment    interpol        regional    partly  cted,interpol
    liaison_network       2 3  2 1 study_visit          -               eu_member_state national    -       -
    eu_agencies           1 3  3 2 study_visit          network_meeting ejn             regional    none    -
    prosecutor_networks   3 3  1 1 network_meeting      -               iap             regional    -       -
    digital_evidence      2 4  5 3 training             it_equipment    coe             regional    partly  cybersouth_coe
    financial_information 2 4  3 3 expert_mission       training        unodc           regional    partly  unodc
    witness_protection    1 3  1 1 study_visit          -               eu_member_state national    -       -
    secure_comms          1 4  4 2 it_equipment         -               interpol        regional    none    -
    data_protection       1 3  3 2 legislative_drafting -               coe             regional    none    -
    training              2 4  4 3 training             templates_manuals cepol         regional    largely twinning
    tools_templates       2 4  2 2 templates_manuals    -               ejn             regional    -       -`,
    `area             support.project .until
    digital_evidence cyber    +11m
    ftf_data         fighters +5m
    training         training +8m`,
  ],
  words: {
    cyber: 'مشروع إقليمي لمكافحة الجريمة السيبرانية (عرض توضيحي)',
    fighters: 'مشروع تبادل البيانات على الحدود (عرض توضيحي)',
    training: 'برنامج توأمة لتدريب القضاة (عرض توضيحي)',
  },
  texts: {
    respondent_contact: 'سليم الورداني، مستشار بوزارة العدل، إدارة التعاون الدولي، focal.xc@demo.example',
    legal_basis_reference:
      'تعليمات وزير العدل بشأن التعاون الدولي، سنة {y-5}\nتعليمات النيابة العامة رقم 12، سنة {y-2}',
    'needs.legal_basis.justification':
      'لا يجيز القانون النافذ تبادل المعلومات قبل ورود طلب رسمي، فتتأخر التحقيقات أسابيع. والنتيجة المرجوة مشروع نص تشريعي يحدد الجهات المخوَّلة وحدود التبادل وضماناته.',
    'needs.admissibility.justification':
      'ترفض المحاكم كثيراً من المعلومات لأن مصدرها غير موثَّق. ونأمل في وضع نموذج موحَّد يحوّل المعلومة إلى دليل مقبول، وفي تدريب أعضاء النيابة العامة على استخدامه.',
    'needs.central_authority.justification':
      'تصل الطلبات إلى ثلاث جهات مختلفة ولا يوجد سجل واحد لمتابعتها. ونرجو الاطلاع على تجربة بلد من بلدان الجنوب الشريكة في تنظيم السلطة المركزية والمناوبة خارج ساعات الدوام.',
    'needs.national_coordination.justification':
      'تعمل الأجهزة بصورة متوازية من دون إطار يجمعها. والمطلوب مساندة في صياغة سند الإنشاء واختصاصات المنصّة الوطنية، ثم مرافقة اجتماعاتها الأولى.',
    'needs.ftf_data.justification':
      'تُجمع البيانات لدى أكثر من جهاز ولا تصل حالات التطابق إلى النيابة العامة في الوقت المناسب. والمطلوب إجراءات مكتوبة وربط فني بين المنافذ والمكتب المركزي الوطني.',
    'needs.digital_evidence.justification':
      'تزداد القضايا التي يتوقف إثباتها على بيانات لدى مقدِّمي خدمات في الخارج. ونتوقع أن تتمكن كل نيابة من طلب التحفظ العاجل على البيانات خلال يوم واحد.',
    'needs.secure_comms.justification':
      'تُرسل الطلبات الحساسة بالحقيبة الدبلوماسية فقط، ويستغرق وصولها أسابيع. ونرجو المشورة الفنية لاختيار وسيلة اتصال مأمونة تعترف بها الجهات المناظرة.',
    'needs.training.justification':
      'يتغير الموظفون المعنيون كل سنتين فتضيع الخبرة المكتسبة. والمرجو تكوين فريق وطني من المدرِّبين ومادة تدريبية بالعربية تبقى بعد انتهاء المشروع.',
    'support.training.added_value':
      'يدرّب البرنامج القائم القضاة وحدهم. وتضيف آلية المساعدة الفنية تدريباً مشتركاً للقضاة والنيابة العامة والشرطة مع نظرائهم في المنطقة.',
  },
  comments: {
    formalisation_days: 'تقدير استناداً إلى أقوال أعضاء النيابة العامة، إذ لا توجد إحصاءات.',
    'capacity.digital_evidence.current': 'توجد وحدة متخصصة في العاصمة منذ سنة واحدة.',
  },
  documents: {},
}
