// What people make passwords of when they are asked for one: words that guessing programs try first, and whole phrases.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** In English, French and Arabic (in both scripts), without accents and in small letters, as they are compared. */
export const COMMON_WORDS = words(`
  password passwort passphrase passcode passw pass motdepasse motpasse secret secure security securite private access login
  logon signin admin administrator administrateur root user username guest test testing tester demo default changeme change
  temp temporary welcome bienvenue hello bonjour salut coucou letmein openup open sesame opensesame master super superuser
  system server computer laptop internet network wifi router windows microsoft office outlook excel google gmail yahoo
  facebook twitter instagram whatsapp linkedin apple iphone android samsung nokia linux ubuntu oracle cisco database
  love lover loveyou iloveyou iloveu loveme forever always never baby babygirl babyboy sweetheart sweet honey angel darling
  princess prince queen king kingdom jetaime amour cheri cherie coeur doudou chouchou loulou bisous soleil lune etoile ange
  mother father mommy daddy mama papa maman sister brother family famille mami papi enfant bebe friend friends amis
  monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche
  january february march april may june july august september october november december janvier fevrier mars avril mai juin
  juillet aout septembre octobre novembre decembre spring summer autumn winter printemps automne hiver season
  football soccer baseball basketball hockey tennis rugby golf liverpool arsenal chelsea manchester united barcelona
  realmadrid madrid juventus milan bayern paris marseille olympique champion champions league goal player team
  dragon monkey tiger lion eagle falcon wolf bear horse dog doggy cat kitty puppy bunny rabbit fish shark dolphin panda
  butterfly chien chat lapin cheval tigre loup ours poisson dauphin papillon spider snake turtle elephant
  starwars batman superman spiderman ironman pokemon pikachu naruto matrix trustno trustnoone harry potter hogwarts
  gandalf frodo mordor starlight rockstar rocknroll metallica nirvana eminem beyonce mozart beethoven music musique guitar
  shadow hunter killer warrior ninja pirate soldier ranger fighter thunder lightning storm fire ice water earth wind
  diamond gold golden silver platinum crystal pearl ruby sapphire emerald money dollar euro rich lucky luck success
  happy smile laugh funny crazy cool hot sexy cute pretty beautiful handsome fuck fucker fuckyou shit bitch asshole putain
  merde connard salope encule bastard damn hell devil satan demon god jesus christ mary joseph bible church heaven
  freedom liberty peace justice power energy magic mystery dream dreams hope faith truth victory glory honor honour
  flower rose jasmine lily daisy orange lemon banana apple cherry strawberry peach melon chocolate coffee cookie candy
  cheese pizza burger beer wine whisky vodka fleur pomme fraise cerise chocolat cafe fromage vin champagne
  red blue green yellow black white purple pink brown gray rouge bleu vert jaune noir blanc violet marron rose
  one two three four five six seven eight nine ten zero first second third un deux trois quatre cinq sept huit neuf dix
  london berlin rome roma athens lisbon vienna geneva brussels bruxelles hague amsterdam strasbourg luxembourg newyork
  france francais english england britain germany deutschland italy italia spain espana portugal greece europe european
  america american canada africa asia world monde planet earth country city street house home maison school ecole
  college university student teacher professor doctor lawyer judge minister ministry president director secretary
  police officer agent army navy captain colonel general major sergeant prosecutor court tribunal droit law legal
  algeria algerie alger egypt egypte cairo israel jerusalem telaviv jordan jordanie amman lebanon liban beirut beyrouth
  libya libye tripoli morocco maroc rabat casablanca palestine ramallah gaza syria syrie damascus tunisia tunisie tunis
  mohamed mohammed muhammad mohammad ahmed ahmad mahmoud mustafa mostafa moustafa hassan hussein hussain husein ali omar
  umar othman osman khaled khalid youssef yousef yusuf ibrahim abraham ismail ismael abdallah abdullah abdel abdelkader
  abdelaziz rahman karim kareem rachid rashid samir sami tarek tariq walid waleed ziad ziyad nabil nabeel jamal gamal
  fatima fatma aicha aisha khadija zeinab zainab mariam maryam myriam leila layla nour noor sara sarah salma huda hoda
  amina amira yasmine yasmin nadia samira hana rania dalia habibi habibti hayati albi omri inshallah mashallah bismillah
  alhamdulillah subhanallah allahuakbar allah akbar islam quran ramadan mubarak salam salaam ahlan marhaba shukran yalla
  john johnny james robert michael mike david daniel thomas joseph william charles andrew anthony matthew mark paul steven
  kevin brian jason justin jessica jennifer ashley amanda michelle nicole stephanie elizabeth victoria alexander alexandre
  nicolas julien pierre jean jacques philippe francois laurent antoine olivier sebastien guillaume marie sophie camille
  julie nathalie isabelle catherine valerie celine caroline emilie pauline claire chloe manon martin bernard dubois robert
  richard durand george charlie jordan hannah samantha thomas robin taylor morgan buster bailey maggie ginger pepper
  the and for you are with that this from have not but all can your was they his her she him our its who what when where
  why how yes please thanks thank sorry very much more most good best great nice bad big small little new old young time
  day night year today tomorrow yesterday now here there come going want need like know think make take give life live
  mon ton son mes tes ses notre votre leur les des une est sont avec pour dans sur pas plus tres bien bon bonne merci oui
  non qui que quoi quand comment pourquoi vie temps jour nuit annee aujourd hui demain hier moi toi lui nous vous
  morning sunshine sunday evening afternoon goodnight goodmorning blessed christmas birthday anniversary family weekend
  كلمة السر المرور كلمةالسر كلمةالمرور سري مرحبا اهلا السلام عليكم سلام الله اكبر بسم الرحمن الرحيم الحمد لله سبحان
  انشاءالله ماشاءالله محمد احمد محمود مصطفى حسن حسين علي عمر عثمان خالد يوسف ابراهيم عبدالله فاطمة عائشة خديجة زينب مريم
  حبيبي حبيبتي حياتي قلبي روحي عمري احبك بحبك حب امي ابي ماما بابا صديق شمس قمر وردة نور الجزائر مصر القاهرة الاردن
  عمان لبنان بيروت ليبيا طرابلس المغرب الرباط فلسطين القدس غزة سوريا دمشق تونس رمضان كريم اسرائيل وزارة العدل عدالة
  واحد اثنان ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة صفر يوم ليلة سنة اليوم غدا امس شكرا نعم
`)

/** Phrases that everybody quotes. */
export const COMMON_PHRASES: readonly string[] = [
  'correct horse battery staple',
  'correct battery horse staple',
  'the quick brown fox jumps over the lazy dog',
  'lorem ipsum dolor sit amet',
  'may the force be with you',
  'to be or not to be that is the question',
  'once upon a time',
  'all your base are belong to us',
  'never gonna give you up',
  'portez ce vieux whisky au juge blond qui fume',
  'il etait une fois',
  'je pense donc je suis',
  'liberte egalite fraternite',
  'longtemps je me suis couche de bonne heure',
  'allons enfants de la patrie',
  'five fifteen characters',
  'fifteen characters',
  'this is my password',
  'this is a secret',
  'open sesame',
  'افتح يا سمسم',
  'كان يا ما كان',
  'بسم الله الرحمن الرحيم',
  'السلام عليكم ورحمة الله وبركاته',
  'السلام عليكم ورحمة الله',
  'the cat sat on the mat',
  'i love you so much',
  'je t aime mon amour',
]

/** Of this programme and of this house: the first that somebody who knows them would try. */
export const OWN_WORDS = words(`
  tourdetable tour table detable euromed justice crimex taf roadmap maastricht tallinn eurojust europol ejn digital evidence
  project team delegation delegations questionnaire survey consultation plenary meeting session mediterranean southern
  neighbourhood cooperation judicial programme program facility technical assistance needs assessment head focal point
  invitation passkey projet equipe reunion pleniere judiciaire assistance technique besoins enquete coordination
`)
