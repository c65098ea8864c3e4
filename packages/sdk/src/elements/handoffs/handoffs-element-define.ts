import { define } from '../define-element.js';
import { HandoffsElement } from './handoffs-element.js';

define('leadstage-handoffs', HandoffsElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-handoffs': HandoffsElement;
  }
}
