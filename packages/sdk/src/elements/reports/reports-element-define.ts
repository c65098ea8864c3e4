import { define } from '../define-element.js';
import { ReportsElement } from './reports-element.js';

define('leadstage-reports', ReportsElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-reports': ReportsElement;
  }
}
