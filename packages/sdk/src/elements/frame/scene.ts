import type { Setting } from '../reports/session.js';
import type { CommonWords } from '../words/common-words.js';
import type { Formats } from '../words/formats.js';
import type { Language } from '../words/language.js';

/** What a chart is drawn with. */
export interface Scene {
  readonly setting: Setting;
  readonly language: Language;
  readonly words: CommonWords;
  readonly formats: Formats;
  /** Of the drawing, pixels; at least 200. */
  readonly width: number;
}
