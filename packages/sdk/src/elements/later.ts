/** What few people open, in a file of its own that a page fetches when the first does: what is behind a number, a pack, a file. */
import './behind/behind-element-define.js';

export { saveCsv, savePng } from './frame/save.js';
export { answerOf } from './standard-metrics/published-pack.js';
