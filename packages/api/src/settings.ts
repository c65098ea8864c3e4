import { InvalidInput } from '@leadstage/core';

/** What the environment says. */
export interface Settings {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly adminKey: string | undefined;
  /** Whether a first workspace is filled with made-up data. */
  readonly demo: boolean;
}

const DEFAULT_PORT = 4000;
const SHORTEST_ADMIN_KEY = 24;

/** @throws InvalidInput INVALID_SETTING naming the variable */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    databaseUrl: databaseUrlOf(env.DATABASE_URL),
    dataDir: env.LEADSTAGE_DATA_DIR || '.leadstage',
    port: portOf(env.PORT),
    host: env.HOST || '127.0.0.1',
    adminKey: adminKeyOf(env.LEADSTAGE_ADMIN_KEY),
    demo: env.LEADSTAGE_DEMO !== '0',
  };
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (['postgres:', 'postgresql:'].includes(protocol)) return text;
  throw new InvalidInput(
    'INVALID_SETTING',
    ['DATABASE_URL'],
    'DATABASE_URL is not the address of a PostgreSQL server; give postgres://user:password@host:5432/database, or leave it out for the embedded one.',
  );
}

function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidInput('INVALID_SETTING', ['PORT'], `PORT is a number from 0 to 65535, not "${text}".`);
}

function adminKeyOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (text.length >= SHORTEST_ADMIN_KEY) return text;
  throw new InvalidInput(
    'INVALID_SETTING',
    ['LEADSTAGE_ADMIN_KEY'],
    `LEADSTAGE_ADMIN_KEY has ${text.length} characters; a key needs at least ${SHORTEST_ADMIN_KEY} random ones.`,
  );
}
