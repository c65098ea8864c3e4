import { define } from '../define-element.js';
import { DiagnosisElement } from './diagnosis-element.js';

define('leadstage-diagnosis', DiagnosisElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-diagnosis': DiagnosisElement;
  }
}
