import { define } from '../define-element.js';
import { ControlsElement } from './controls-element.js';

define('leadstage-controls', ControlsElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-controls': ControlsElement;
  }
}
