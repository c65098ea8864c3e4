import { define } from '../define-element.js';
import { FunnelElement } from './funnel-element.js';

define('leadstage-funnel', FunnelElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-funnel': FunnelElement;
  }
}
