import '../elements/define.js';
import { define } from '../elements/define-element.js';
import { DashboardElement } from './dashboard-element.js';
import { SavedReportElement } from './saved-report-element.js';
import { SavedReportsElement } from './saved-reports-element.js';
import { SignInElement } from './sign-in-element.js';

define('leadstage-saved-report', SavedReportElement);
define('leadstage-saved-reports', SavedReportsElement);
define('leadstage-sign-in', SignInElement);
define('leadstage-dashboard', DashboardElement);
