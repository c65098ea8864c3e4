import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../context.js';
import type { Serving } from '../../server.js';
import type { ServerContext } from '../yoga.js';
import { cors } from './cors.js';
import { costLimits } from './cost.js';
import { logPlugin } from './log.js';
import { metricsPlugin } from './metrics.js';
import { shapeLimits } from './shape.js';
import { tracePlugin } from './trace.js';
import { documentsByHash, trustedDocuments } from './trusted-documents.js';

/** Something that every operation passes; made once a server. */
export type ServerPlugin = (serving: Serving) => Plugin<Context, ServerContext>;

/** In the order in which an operation passes them. */
export const PLUGINS: readonly ServerPlugin[] = [
  logPlugin,
  metricsPlugin,
  tracePlugin,
  cors,
  documentsByHash,
  shapeLimits,
  trustedDocuments,
  costLimits,
];
