import { define } from '../define-element.js';
import { SlaElement } from './sla-element.js';

define('leadstage-sla', SlaElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-sla': SlaElement;
  }
}
