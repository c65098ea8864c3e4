import { define } from '../define-element.js';
import { TrendElement } from './trend-element.js';

define('leadstage-trend', TrendElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-trend': TrendElement;
  }
}
