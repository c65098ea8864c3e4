export { type RunningServer, type Serving, startServer } from './server.js';
