import type { Words } from '../elements/words/language.js';

export interface NotShownWords {
  /** `{missing}`: some of the others. */
  readonly notShown: string;
  readonly series: string;
  readonly seriesOfGroups: string;
  readonly seriesOfStages: string;
  readonly seriesOfLaterStages: string;
  readonly replay: string;
}

export const NOT_SHOWN_WORDS: Words<NotShownWords> = {
  en: {
    notShown: 'Not shown here, though the API answers it: {missing}.',
    series: 'the course over time',
    seriesOfGroups: 'the course of each group over time',
    seriesOfStages: 'the course of the other stages over time',
    seriesOfLaterStages: 'the course of stages after the first over time',
    replay: 'the replay of other targets',
  },
  is: {
    notShown: 'Ekki sýnt hér þótt API svari því: {missing}.',
    series: 'þróun yfir tíma',
    seriesOfGroups: 'þróun hvers hóps yfir tíma',
    seriesOfStages: 'þróun hinna stiganna yfir tíma',
    seriesOfLaterStages: 'þróun stiga eftir það fyrsta yfir tíma',
    replay: 'endurútreikningur með öðrum viðmiðum',
  },
  sr: {
    notShown: 'Ovde se ne prikazuje, iako API na to odgovara: {missing}.',
    series: 'kretanje kroz vreme',
    seriesOfGroups: 'kretanje svake grupe kroz vreme',
    seriesOfStages: 'kretanje ostalih faza kroz vreme',
    seriesOfLaterStages: 'kretanje faza posle prve kroz vreme',
    replay: 'ponovni obračun sa drugim rokovima',
  },
  sv: {
    notShown: 'Visas inte här, fast API:et svarar på det: {missing}.',
    series: 'utvecklingen över tid',
    seriesOfGroups: 'utvecklingen för varje grupp över tid',
    seriesOfStages: 'utvecklingen för övriga steg över tid',
    seriesOfLaterStages: 'utvecklingen för stegen efter det första över tid',
    replay: 'omräkningen med andra mål',
  },
  ja: {
    notShown: 'API は回答しますが、ここには表示されません: {missing}。',
    series: '時系列の推移',
    seriesOfGroups: 'グループごとの時系列の推移',
    seriesOfStages: '他のステージの時系列の推移',
    seriesOfLaterStages: '最初のステージより後の時系列の推移',
    replay: '別の目標による再計算',
  },
  zh: {
    notShown: 'API 会回答，但此处不显示：{missing}。',
    series: '随时间的变化',
    seriesOfGroups: '各组随时间的变化',
    seriesOfStages: '其他阶段随时间的变化',
    seriesOfLaterStages: '首个阶段之后各阶段随时间的变化',
    replay: '按其他目标的重新计算',
  },
};
