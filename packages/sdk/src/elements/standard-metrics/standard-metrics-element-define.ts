import { define } from '../define-element.js';
import { StandardMetricsElement } from './standard-metrics-element.js';

define('leadstage-standard-metrics', StandardMetricsElement);

declare global {
  interface HTMLElementTagNameMap {
    'leadstage-standard-metrics': StandardMetricsElement;
  }
}
