import { define } from '../define-element.js';
import { AcceptanceElement } from './acceptance-element.js';

define('leadstage-acceptance', AcceptanceElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-acceptance': AcceptanceElement;
  }
}
