import type { Words } from '../elements/words/language.js';

/** What the page says around the reports. */
export interface DashboardWords {
  readonly skip: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly system: string; readonly light: string; readonly dark: string };
  readonly signOut: string;
  readonly goals: string;
  readonly pipeline: string;
  readonly trouble: string;
  readonly followUp: string;
  readonly slipping: string;
  readonly cost: string;
  readonly trend: string;
  readonly handoffs: string;
  readonly saved: string;
  readonly savedEmpty: string;
  readonly savedGone: string;
  readonly savedFailed: string;
  /** `{date}`. */
  readonly savedOn: string;
  readonly asked: string;
  readonly back: string;
  readonly explorer: string;
  /** `{part}`: a card of the page. */
  readonly early: string;
  readonly showLast: string;
  readonly kinds: Readonly<Record<ReportKind, string>>;
}

export type ReportKind = 'ACCEPTANCE' | 'COST' | 'DIAGNOSIS' | 'FUNNEL' | 'SLA' | 'STANDARD_METRICS' | 'VELOCITY';

export const DASHBOARD_WORDS: Words<DashboardWords> = {
  en: {
    skip: 'Skip to the reports',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    signOut: 'Sign out',
    goals: 'Goals and pace',
    pipeline: 'Pipeline and cost',
    trouble: 'Where it hurts',
    followUp: 'Follow-up',
    slipping: 'Who is slipping',
    cost: 'Cost per stage by source',
    trend: 'Trend',
    handoffs: 'Handoffs',
    saved: 'Saved reports',
    savedEmpty: 'No report has been saved yet.',
    savedGone: 'There is no such report any more.',
    savedFailed: 'The saved reports could not be read.',
    savedOn: 'Saved {date}',
    asked: 'What is asked',
    back: 'Back to the dashboard',
    explorer: 'API explorer',
    early: 'This period has only begun. “{part}” is about the last one, as nothing in this one can be judged yet.',
    showLast: 'Show the last period',
    kinds: {
      ACCEPTANCE: 'Acceptance',
      COST: 'Cost',
      DIAGNOSIS: 'Diagnosis',
      FUNNEL: 'Funnel',
      SLA: 'SLA',
      STANDARD_METRICS: 'Standard metrics',
      VELOCITY: 'Velocity',
    },
  },
  is: {
    skip: 'Fara beint í skýrslurnar',
    language: 'Tungumál',
    theme: 'Útlit',
    themes: { system: 'Kerfisstilling', light: 'Ljóst', dark: 'Dökkt' },
    signOut: 'Skrá út',
    goals: 'Markmið og gangur',
    pipeline: 'Söluferli og kostnaður',
    trouble: 'Hvar kreppir að',
    followUp: 'Eftirfylgni',
    slipping: 'Hverjir dragast aftur úr',
    cost: 'Kostnaður á stig eftir uppruna',
    trend: 'Þróun',
    handoffs: 'Afhendingar',
    saved: 'Vistaðar skýrslur',
    savedEmpty: 'Engin skýrsla hefur verið vistuð.',
    savedGone: 'Þessi skýrsla er ekki lengur til.',
    savedFailed: 'Ekki tókst að lesa vistuðu skýrslurnar.',
    savedOn: 'Vistuð {date}',
    asked: 'Hvað er spurt um',
    back: 'Til baka á yfirlitið',
    explorer: 'API-vafri',
    early: 'Þetta tímabil er rétt að byrja. „{part}“ á við það síðasta því enn er ekki hægt að meta neitt á þessu.',
    showLast: 'Sýna síðasta tímabil',
    kinds: {
      ACCEPTANCE: 'Samþykki',
      COST: 'Kostnaður',
      DIAGNOSIS: 'Greining',
      FUNNEL: 'Sölutrekt',
      SLA: 'Þjónustuviðmið',
      STANDARD_METRICS: 'Staðlaðir mælikvarðar',
      VELOCITY: 'Hraði',
    },
  },
  sr: {
    skip: 'Pređi na izveštaje',
    language: 'Jezik',
    theme: 'Izgled',
    themes: { system: 'Sistem', light: 'Svetlo', dark: 'Tamno' },
    signOut: 'Odjavi se',
    goals: 'Ciljevi i tempo',
    pipeline: 'Prodajni tok i trošak',
    trouble: 'Gde je problem',
    followUp: 'Praćenje lidova',
    slipping: 'Ko kasni',
    cost: 'Trošak po fazi i izvoru',
    trend: 'Kretanje',
    handoffs: 'Primopredaje',
    saved: 'Sačuvani izveštaji',
    savedEmpty: 'Još nema sačuvanih izveštaja.',
    savedGone: 'Taj izveštaj više ne postoji.',
    savedFailed: 'Sačuvani izveštaji nisu mogli da se učitaju.',
    savedOn: 'Sačuvano {date}',
    asked: 'Šta se pita',
    back: 'Nazad na pregled',
    explorer: 'Istraživač API-ja',
    early: 'Ovaj period je tek počeo. „{part}“ se odnosi na prošli, jer se u ovom još ništa ne može oceniti.',
    showLast: 'Prikaži prošli period',
    kinds: {
      ACCEPTANCE: 'Prihvatanje',
      COST: 'Troškovi',
      DIAGNOSIS: 'Dijagnoza',
      FUNNEL: 'Levak',
      SLA: 'SLA',
      STANDARD_METRICS: 'Standardne metrike',
      VELOCITY: 'Brzina',
    },
  },
  sv: {
    skip: 'Hoppa till rapporterna',
    language: 'Språk',
    theme: 'Utseende',
    themes: { system: 'System', light: 'Ljust', dark: 'Mörkt' },
    signOut: 'Logga ut',
    goals: 'Mål och takt',
    pipeline: 'Säljflöde och kostnad',
    trouble: 'Var det brister',
    followUp: 'Uppföljning',
    slipping: 'Vem som halkar efter',
    cost: 'Kostnad per steg och källa',
    trend: 'Trend',
    handoffs: 'Överlämningar',
    saved: 'Sparade rapporter',
    savedEmpty: 'Ingen rapport har sparats än.',
    savedGone: 'Rapporten finns inte längre.',
    savedFailed: 'De sparade rapporterna kunde inte läsas.',
    savedOn: 'Sparad {date}',
    asked: 'Det här frågas',
    back: 'Tillbaka till översikten',
    explorer: 'API-utforskare',
    early: 'Perioden har precis börjat. ”{part}” gäller den förra, eftersom inget i den här kan bedömas än.',
    showLast: 'Visa förra perioden',
    kinds: {
      ACCEPTANCE: 'Acceptans',
      COST: 'Kostnad',
      DIAGNOSIS: 'Diagnos',
      FUNNEL: 'Tratt',
      SLA: 'SLA',
      STANDARD_METRICS: 'Standardmått',
      VELOCITY: 'Hastighet',
    },
  },
  ja: {
    skip: 'レポートへ移動',
    language: '言語',
    theme: '表示モード',
    themes: { system: 'システム', light: 'ライト', dark: 'ダーク' },
    signOut: 'サインアウト',
    goals: '目標と進捗ペース',
    pipeline: 'パイプラインとコスト',
    trouble: '問題のある箇所',
    followUp: 'フォローアップ',
    slipping: '対応が遅れている担当者',
    cost: 'ソース別・ステージ別コスト',
    trend: '推移',
    handoffs: '引き渡し',
    saved: '保存したレポート',
    savedEmpty: '保存されたレポートはまだありません。',
    savedGone: 'このレポートはもう存在しません。',
    savedFailed: '保存したレポートを読み込めませんでした。',
    savedOn: '{date} に保存',
    asked: '質問の内容',
    back: 'ダッシュボードに戻る',
    explorer: 'API エクスプローラー',
    early: 'この期間は始まったばかりで、まだ判定できるものがありません。「{part}」は前の期間についてのものです。',
    showLast: '前の期間を表示',
    kinds: {
      ACCEPTANCE: '受け入れ',
      COST: 'コスト',
      DIAGNOSIS: '診断',
      FUNNEL: 'ファネル',
      SLA: 'SLA',
      STANDARD_METRICS: '標準指標',
      VELOCITY: '所要時間',
    },
  },
  zh: {
    skip: '跳到报表',
    language: '语言',
    theme: '外观',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    signOut: '退出登录',
    goals: '目标与进度',
    pipeline: '销售管道与成本',
    trouble: '问题所在',
    followUp: '跟进',
    slipping: '谁在拖延',
    cost: '各来源各阶段成本',
    trend: '趋势',
    handoffs: '移交',
    saved: '已保存的报表',
    savedEmpty: '尚未保存任何报表。',
    savedGone: '该报表已不存在。',
    savedFailed: '无法读取已保存的报表。',
    savedOn: '保存于 {date}',
    asked: '查询内容',
    back: '返回仪表盘',
    explorer: 'API 浏览器',
    early: '本期刚刚开始，尚无可判断的内容。“{part}”显示的是上一期。',
    showLast: '查看上一期',
    kinds: {
      ACCEPTANCE: '接受情况',
      COST: '成本',
      DIAGNOSIS: '诊断',
      FUNNEL: '漏斗',
      SLA: 'SLA',
      STANDARD_METRICS: '标准指标',
      VELOCITY: '速度',
    },
  },
};
