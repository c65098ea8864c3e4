import { define } from '../define-element.js';
import { BehindElement } from './behind-element.js';

define('leadstage-behind', BehindElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-behind': BehindElement;
  }
}
