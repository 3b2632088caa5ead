// The glossary of the domain in three languages: what a term is called, so that translators call it the same everywhere.

/** By language. Several names of one thing are separated by ` / `; what stands in brackets belongs to one country or is the short form. */
const GLOSSARY: readonly Readonly<Record<'en' | 'fr' | 'ar', string>>[] = [
  { en: 'mutual legal assistance (MLA)', fr: 'entraide judiciaire', ar: 'المساعدة القانونية المتبادلة' },
  { en: 'letters rogatory', fr: 'commission rogatoire', ar: 'الإنابة القضائية' },
  { en: 'informal cooperation', fr: 'coopération informelle', ar: 'التعاون غير الرسمي' },
  { en: 'formal cooperation', fr: 'coopération formelle', ar: 'التعاون الرسمي' },
  { en: 'police-to-police cooperation', fr: 'coopération de police à police', ar: 'التعاون بين أجهزة الشرطة' },
  {
    en: 'international judicial cooperation',
    fr: 'coopération judiciaire internationale',
    ar: 'التعاون القضائي الدولي',
  },
  { en: 'criminal matters', fr: 'matière pénale', ar: 'المسائل الجنائية' },
  { en: 'extradition', fr: 'extradition', ar: 'تسليم المجرمين' },
  { en: 'freezing and confiscation', fr: 'gel et confiscation', ar: 'التجميد والمصادرة' },
  { en: 'asset recovery', fr: 'recouvrement des avoirs', ar: 'استرداد الموجودات' },
  { en: 'central authority', fr: 'autorité centrale', ar: 'السلطة المركزية' },
  { en: 'competent authority', fr: 'autorité compétente', ar: 'السلطة المختصة' },
  { en: 'contact point', fr: 'point de contact', ar: 'نقطة اتصال' },
  { en: 'liaison magistrate', fr: 'magistrat de liaison', ar: 'قاضي الاتصال' },
  { en: 'liaison officer', fr: 'officier de liaison', ar: 'ضابط اتصال' },
  { en: 'National Central Bureau (NCB)', fr: 'Bureau central national (BCN)', ar: 'المكتب المركزي الوطني' },
  {
    en: 'secure police communications network I-24/7',
    fr: 'réseau de communication policière sécurisée I-24/7',
    ar: 'شبكة اتصالات شرطية مأمونة (I-24/7)',
  },
  { en: 'foreign terrorist fighter (FTF)', fr: 'combattant terroriste étranger', ar: 'مقاتل إرهابي أجنبي' },
  { en: 'Security Council resolution', fr: 'résolution du Conseil de sécurité', ar: 'قرار مجلس الأمن' },
  { en: 'law enforcement authorities', fr: 'services répressifs', ar: 'أجهزة إنفاذ القانون' },
  { en: 'public prosecution', fr: 'ministère public', ar: 'النيابة العامة' },
  {
    en: 'prosecutor general',
    fr: 'procureur général',
    ar: 'النائب العام (المغرب: الوكيل العام للملك؛ تونس: وكيل الدولة العام)',
  },
  {
    en: 'EuroMed Forum of Prosecutors General',
    fr: 'Forum EuroMed des procureurs généraux',
    ar: 'المنتدى الأورومتوسطي للنواب العامين',
  },
  { en: 'investigating judge', fr: "juge d'instruction", ar: 'قاضي التحقيق' },
  { en: 'joint investigation team', fr: "équipe commune d'enquête", ar: 'فريق تحقيق مشترك' },
  { en: 'digital evidence', fr: 'preuve numérique', ar: 'الأدلة الرقمية' },
  { en: 'service provider', fr: 'fournisseur de services', ar: 'مقدِّم الخدمات' },
  { en: 'expedited preservation of data', fr: 'conservation rapide des données', ar: 'التحفظ العاجل على البيانات' },
  { en: 'admissibility of evidence', fr: 'recevabilité de la preuve', ar: 'مقبولية الأدلة' },
  {
    en: 'spontaneous exchange of information',
    fr: "transmission spontanée d'informations",
    ar: 'تبادل المعلومات تلقائياً',
  },
  {
    en: 'financial intelligence unit (FIU)',
    fr: 'cellule de renseignement financier (CRF)',
    ar: 'وحدة الاستخبارات المالية',
  },
  { en: 'witness protection', fr: 'protection des témoins', ar: 'حماية الشهود' },
  { en: 'data protection', fr: 'protection des données à caractère personnel', ar: 'حماية البيانات الشخصية' },
  { en: 'memorandum of understanding', fr: "protocole d'accord", ar: 'مذكرة تفاهم' },
  { en: 'national coordination', fr: 'coordination nationale', ar: 'التنسيق الوطني' },
  { en: 'national platform', fr: 'plateforme nationale', ar: 'منصّة وطنية' },
  { en: 'judicial platform', fr: 'plateforme judiciaire', ar: 'المنصّة القضائية' },
  { en: 'roadmap', fr: 'feuille de route', ar: 'خارطة طريق' },
  { en: 'needs assessment', fr: 'évaluation des besoins', ar: 'تقييم الاحتياجات' },
  {
    en: 'Technical Assistance Facility (TAF)',
    fr: "facilité d'assistance technique (FAT/TAF)",
    ar: 'آلية المساعدة الفنية',
  },
  { en: 'South Partner Countries (SPC)', fr: 'Pays partenaires du Voisinage Sud (PPVS)', ar: 'بلدان الجنوب الشريكة' },
  {
    en: 'expert group in criminal matters (CrimEx)',
    fr: "Groupe d'experts en matière pénale (CrimEx)",
    ar: 'مجموعة الخبراء في المسائل الجنائية (CrimEx)',
  },
  { en: 'Project Management Team', fr: 'équipe de gestion du projet (EGP)', ar: 'فريق إدارة المشروع' },
  { en: 'Eurojust', fr: 'Eurojust', ar: 'وكالة الاتحاد الأوروبي للتعاون القضائي في المسائل الجنائية (يوروجست)' },
]

export type GlossaryHint = { readonly term: string; readonly translation: string }

/** The terms that stand in a text, the longest first, with what they are called in another language. */
export function hintsFor(text: string, from: string, to: string): GlossaryHint[] {
  const low = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}/-]+/gu, ' ')} `
  return GLOSSARY.flatMap((entry) => {
    const [term, translation] = [entry[from as 'en'], entry[to as 'en']]
    return term && translation && namesOf(term).some((name) => low.includes(` ${name} `) || low.includes(` ${name}s `))
      ? [{ term, translation }]
      : []
  }).sort((one, other) => other.term.length - one.term.length)
}

/** `mutual legal assistance (MLA)` is known by both of its names. */
function namesOf(term: string): string[] {
  const [long = '', short] = term.split(/\s*[()]/)
  return [long, short ?? ''].filter((name) => name.length > 2).map((name) => name.toLowerCase())
}
