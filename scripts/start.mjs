// `npm start`: sets up what is missing, then serves in this very process, so that Ctrl-C reaches one program.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setUp } from './set-up.mjs';

await setUp();
const bin = join(root, 'packages', 'api', 'bin', 'leadstage.mjs');
process.argv = [process.execPath, bin, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(bin).href);
