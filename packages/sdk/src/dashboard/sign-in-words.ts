import type { Words } from '../elements/words/language.js';

/** What the page says before anybody is signed in. Commands stand between the halves of `where`. */
export interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly key: string;
  /** `{start}` and `{create}`: commands. */
  readonly where: string;
  readonly stay: string;
  readonly stayNote: string;
  readonly signIn: string;
  readonly checking: string;
  readonly wrong: string;
  readonly ended: string;
  readonly tooMany: string;
  readonly unreachable: string;
  readonly newHere: string;
  readonly firstQuery: string;
  readonly explorer: string;
  readonly health: string;
  readonly funnel: string;
  readonly importing: string;
}

export const SIGN_IN_WORDS: Words<SignInWords> = {
  en: {
    title: 'Sign in',
    lead: 'How many leads reach each stage, how long that takes, and what it costs.',
    key: 'API key',
    where: '{start} prints one when it starts for the first time; {create} makes another.',
    stay: 'Stay signed in on this computer',
    stayNote: 'Otherwise the key is forgotten when this tab is closed.',
    signIn: 'Sign in',
    checking: 'Signing in …',
    wrong: 'This key opens nothing: it is wrong, was revoked, or has expired.',
    ended: 'Your key has stopped working. Sign in again to go on where you were.',
    tooMany: 'Too many tries. Wait a minute, then try again.',
    unreachable: 'The server does not answer. Try again in a moment.',
    newHere: 'New here?',
    firstQuery: 'A first query',
    explorer: 'the API, with an explorer',
    health: 'whether the server is alive',
    funnel: 'shows the funnel in a terminal',
    importing: 'brings in your own leads from a CSV file',
  },
  is: {
    title: 'Innskráning',
    lead: 'Hve margar ábendingar ná hverju stigi, hve langan tíma það tekur og hvað það kostar.',
    key: 'API-lykill',
    where: '{start} prentar lykil við fyrstu ræsingu; {create} býr til annan.',
    stay: 'Halda mér innskráðum á þessari tölvu',
    stayNote: 'Annars gleymist lykillinn þegar flipanum er lokað.',
    signIn: 'Skrá inn',
    checking: 'Skrái inn …',
    wrong: 'Þessi lykill opnar ekkert: hann er rangur, afturkallaður eða útrunninn.',
    ended: 'Lykillinn virkar ekki lengur. Skráðu þig aftur inn til að halda áfram þar sem frá var horfið.',
    tooMany: 'Of margar tilraunir. Bíddu í mínútu og reyndu aftur.',
    unreachable: 'Þjónninn svarar ekki. Reyndu aftur eftir andartak.',
    newHere: 'Í fyrsta sinn hér?',
    firstQuery: 'Fyrsta fyrirspurnin',
    explorer: 'API-ið, með vafra',
    health: 'hvort þjónninn er á lífi',
    funnel: 'sýnir sölutrektina í skipanalínu',
    importing: 'les inn þínar eigin ábendingar úr CSV-skrá',
  },
  sr: {
    title: 'Prijava',
    lead: 'Koliko lidova dostiže svaku fazu, koliko to traje i koliko košta.',
    key: 'API ključ',
    where: '{start} ispisuje ključ pri prvom pokretanju; {create} pravi novi.',
    stay: 'Ostani prijavljen na ovom računaru',
    stayNote: 'U suprotnom se ključ zaboravlja kad se kartica zatvori.',
    signIn: 'Prijavi se',
    checking: 'Prijavljivanje …',
    wrong: 'Ovaj ključ ne otvara ništa: pogrešan je, opozvan ili istekao.',
    ended: 'Vaš ključ više ne radi. Prijavite se ponovo da nastavite gde ste stali.',
    tooMany: 'Previše pokušaja. Sačekajte minut, pa pokušajte ponovo.',
    unreachable: 'Server se ne odaziva. Pokušajte ponovo za koji trenutak.',
    newHere: 'Prvi put ovde?',
    firstQuery: 'Prvi upit',
    explorer: 'API, sa istraživačem',
    health: 'da li server radi',
    funnel: 'prikazuje levak u terminalu',
    importing: 'uvozi vaše lidove iz CSV datoteke',
  },
  sv: {
    title: 'Logga in',
    lead: 'Hur många leads som når varje steg, hur lång tid det tar och vad det kostar.',
    key: 'API-nyckel',
    where: '{start} skriver ut en vid första starten; {create} gör en till.',
    stay: 'Förbli inloggad på den här datorn',
    stayNote: 'Annars glöms nyckeln när fliken stängs.',
    signIn: 'Logga in',
    checking: 'Loggar in …',
    wrong: 'Nyckeln öppnar ingenting: den är fel, återkallad eller har gått ut.',
    ended: 'Din nyckel fungerar inte längre. Logga in igen för att fortsätta där du var.',
    tooMany: 'För många försök. Vänta en minut och försök igen.',
    unreachable: 'Servern svarar inte. Försök igen om en stund.',
    newHere: 'Ny här?',
    firstQuery: 'En första fråga',
    explorer: 'API:et, med en utforskare',
    health: 'om servern är igång',
    funnel: 'visar tratten i en terminal',
    importing: 'läser in dina egna leads från en CSV-fil',
  },
  ja: {
    title: 'サインイン',
    lead: '各ステージに到達するリードの数、かかる時間、そしてコストを示します。',
    key: 'API キー',
    where: '{start} の初回起動時に表示されます。{create} で追加できます。',
    stay: 'このコンピューターでサインインしたままにする',
    stayNote: 'チェックしない場合、タブを閉じるとキーは消去されます。',
    signIn: 'サインイン',
    checking: 'サインインしています…',
    wrong: 'このキーは使えません。誤りがあるか、取り消されたか、有効期限が切れています。',
    ended: 'キーが使えなくなりました。再度サインインすると、元の画面から続けられます。',
    tooMany: '試行回数が多すぎます。1 分ほど待ってから再試行してください。',
    unreachable: 'サーバーが応答しません。しばらくしてから再試行してください。',
    newHere: '初めての方へ',
    firstQuery: '最初のクエリ',
    explorer: 'API とエクスプローラー',
    health: 'サーバーの稼働状況',
    funnel: 'ターミナルにファネルを表示します',
    importing: 'CSV ファイルから自社のリードを取り込みます',
  },
  zh: {
    title: '登录',
    lead: '每个阶段有多少线索到达、需要多长时间、花费多少。',
    key: 'API 密钥',
    where: '{start} 首次启动时会显示密钥；{create} 可再创建一个。',
    stay: '在此计算机上保持登录',
    stayNote: '否则关闭此标签页后密钥即被清除。',
    signIn: '登录',
    checking: '正在登录…',
    wrong: '此密钥无效：可能有误、已被撤销或已过期。',
    ended: '您的密钥已失效。请重新登录，以便从原处继续。',
    tooMany: '尝试次数过多。请稍等一分钟后重试。',
    unreachable: '服务器没有响应。请稍后重试。',
    newHere: '第一次使用？',
    firstQuery: '第一个查询',
    explorer: 'API 及其浏览器',
    health: '服务器是否在运行',
    funnel: '在终端中显示漏斗',
    importing: '从 CSV 文件导入您自己的线索',
  },
};
