import { createContext } from '@lit/context';
import type { ReportsState } from './session.js';

/** A symbol that all copies of the code share, so that elements of two bundles find each other on a page. */
export const reportsContext = createContext<ReportsState>(Symbol.for('leadstage-reports'));
