import { define } from '../define-element.js';
import { CostElement } from './cost-element.js';

define('leadstage-cost', CostElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-cost': CostElement;
  }
}
