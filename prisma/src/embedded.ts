import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type SocketAddress, socketPath } from './data-folder.js';
import { DatabaseError } from './database-error.js';

export interface Embedded {
  readonly connection: SocketAddress;
  stop(): Promise<void>;
}

type WorkerMessage =
  | { readonly kind: 'ready'; readonly address: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'closed' };

/**
 * Starts the embedded PostgreSQL in a worker.
 * @param clusterPath the folder of its files, or `memory://`
 * @throws DatabaseError DATA_FOLDER_UNUSABLE when the files cannot be opened
 */
export async function startEmbedded(clusterPath: string, connection: SocketAddress): Promise<Embedded> {
  const path = socketPath(connection);
  if (path) rmSync(path, { force: true });
  const worker = new Worker(createRequire(import.meta.url).resolve('@leadstage/prisma/embedded-worker'), {
    workerData: { dataDir: clusterPath, listen: path ? { path } : { host: connection.host, port: connection.port } },
  });
  const started = await nextMessage(worker);
  if (started.kind !== 'ready') {
    await worker.terminate();
    throw new DatabaseError(
      'DATA_FOLDER_UNUSABLE',
      `Cannot open the embedded database in ${clusterPath}: ${reason(started)}. Restore the folder from a backup, or set LEADSTAGE_DATA_DIR to an empty one.`,
    );
  }
  return {
    connection: path ? connection : { host: connection.host, port: Number(started.address.split(':').at(-1)) },
    async stop() {
      worker.postMessage('stop');
      await nextMessage(worker);
      await worker.terminate();
    },
  };
}

function reason(message: WorkerMessage): string {
  return message.kind === 'failed' ? message.message.replace(/\.$/, '') : 'it closed';
}

function nextMessage(worker: Worker): Promise<WorkerMessage> {
  return new Promise((resolve) => {
    const settle = (message: WorkerMessage) => {
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(message);
    };
    const onError = (error: Error) => settle({ kind: 'failed', message: error.message });
    const onExit = () => settle({ kind: 'closed' });
    worker.once('message', settle);
    worker.once('error', onError);
    worker.once('exit', onExit);
  });
}
