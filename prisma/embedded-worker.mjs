// Runs the embedded PostgreSQL off the main thread, so that a long query does not stall the server's event
// loop, and answers the ordinary wire protocol: everything else connects as it would to a server.
// Plain JavaScript: a worker is loaded by path, from source and from dist alike.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const { dataDir, listen } = workerData;
let database;
let server;
try {
  database = await PGlite.create({ dataDir });
  server = new PGLiteSocketServer({ db: database, maxConnections: 32, ...listen });
  await server.start();
  parentPort.postMessage({ kind: 'ready', address: server.getServerConn() });
} catch (error) {
  parentPort.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}

parentPort.on('message', async () => {
  await server?.stop();
  await database?.close();
  parentPort.postMessage({ kind: 'closed' });
  parentPort.close();
});
