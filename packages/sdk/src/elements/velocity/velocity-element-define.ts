import { define } from '../define-element.js';
import { VelocityElement } from './velocity-element.js';

define('leadstage-velocity', VelocityElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-velocity': VelocityElement;
  }
}
