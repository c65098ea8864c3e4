import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { HOSTILE, randomDocument } from './documents.js';
import { ADMIN_KEY } from './process.js';

/** What is sent over a socket, byte by byte. */
export interface WildRequest {
  /** What it was made to be. */
  readonly kind: string;
  readonly head: string;
  readonly body: Buffer;
}

const JSON_TYPE = 'content-type: application/json';
const AUTHORIZED = `authorization: Bearer ${ADMIN_KEY}`;

function request(kind: string, line: string, headers: readonly string[], body: string | Buffer = ''): WildRequest {
  const bytes = Buffer.from(body);
  const length = bytes.length > 0 && !headers.some((each) => /^(content-length|transfer-encoding):/i.test(each));
  const all = [
    'host: localhost',
    'connection: close',
    ...headers,
    ...(length ? [`content-length: ${bytes.length}`] : []),
  ];
  return { kind, head: `${line} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n`, body: bytes };
}

const graphql = (kind: string, body: string | Buffer, headers: readonly string[] = [JSON_TYPE, AUTHORIZED]) =>
  request(kind, 'POST /graphql', headers, body);

const hostile = fc.constantFrom(...HOSTILE);
const text = fc.oneof(hostile, fc.string({ maxLength: 40, unit: 'binary' }), fc.string({ maxLength: 200 }));
/** A byte of a header that a client may send, and a few that it may not. */
const headerText = fc.oneof(
  fc.string({ maxLength: 60, unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom(
    '',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Basic eDp5',
    `Bearer ${'k'.repeat(9_000)}`,
    'bearer null',
    '\u0001',
  ),
);
const anything = fc.oneof(
  fc.anything({ withNullPrototype: false, maxDepth: 3 }),
  text,
  fc.constantFrom(1e308, -0, null),
);
const json = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)) ?? 'null';

/** Pieces of the language in any order, sometimes of a valid document with one piece changed. */
const tokens = fc.array(
  fc.oneof(
    fc.constantFrom('{', '}', '(', ')', '[', ']', ':', '!', '=', '@', '$', '...', '|', '&', '"', '"""', '#', ',', '\n'),
    fc.constantFrom(
      'query',
      'mutation',
      'subscription',
      'fragment',
      'on',
      'F',
      'leads',
      'edges',
      'node',
      'id',
      'first',
      '100',
    ),
    fc.constantFrom(
      '__schema',
      '__typename',
      '@include(if: true)',
      '@skip(if: "x")',
      '@defer',
      '...F',
      '$a: Int!',
      '-0',
      '1e999',
    ),
    text,
  ),
  { maxLength: 60 },
);

const DEEP: readonly string[] = [
  `{ ${'account { leads(first: 1) { edges { node { '.repeat(60)}`,
  '{'.repeat(20_000),
  '['.repeat(20_000),
  `query { leads(filter: ${'{ attributes: '.repeat(3_000)}`,
  `{ ${Array.from({ length: 2_000 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
  `{ __typename ${'@include(if: true) '.repeat(500)} }`,
  'fragment A on Query { ...B } fragment B on Query { ...A } { ...A }',
  `{ leads(first: 1, after: "${'A'.repeat(50_000)}") { totalCount } }`,
  '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
];

const QUERY =
  'query ($input: FunnelInput!, $first: Int, $after: String) { funnel(input: $input) { asOf } leads(first: $first, after: $after) { totalCount } }';
const PATHS = [
  ...['/', '/graphql', '/health', '/ready', '/metrics', '/feeds/lists/1.csv', '/feeds/lists/1.ndjson', '/feeds/', '//'],
  ...[
    '/feeds/lists/0.csv',
    '/feeds/lists/999999999999.csv',
    '/feeds/lists/1.exe',
    '/feeds/lists/1.__proto__',
    '/%00',
    '/%zz',
    '/..%2f..%2fetc',
    '*',
    '/?a=%ff',
  ],
];

/** Requests of every kind that a stranger may send: none may break the server. */
export function wildRequests(schema: GraphQLSchema): fc.Arbitrary<WildRequest> {
  const document = fc.integer().map((seed) => randomDocument(schema, seed));
  const spoiled = fc.tuple(document, fc.nat(), fc.nat(8), text).map(([valid, at, gone, put]) => {
    const from = at % (valid.length + 1);
    return valid.slice(0, from) + put.slice(0, 20) + valid.slice(from + gone);
  });
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND');
  return fc.oneof(
    { weight: 10, arbitrary: document.map((query) => graphql('random document', json({ query }))) },
    { weight: 4, arbitrary: spoiled.map((query) => graphql('spoiled document', json({ query }))) },
    { weight: 4, arbitrary: tokens.map((parts) => graphql('tokens', json({ query: parts.join(' ') }))) },
    { weight: 1, arbitrary: fc.constantFrom(...DEEP).map((query) => graphql('deep', json({ query }))) },
    {
      weight: 4,
      arbitrary: fc
        .record({ input: anything, first: anything, after: anything })
        .map((variables) => graphql('variables', json({ query: QUERY, variables }))),
    },
    {
      weight: 3,
      arbitrary: fc
        .record(
          { query: anything, variables: anything, operationName: anything, extensions: anything },
          { requiredKeys: [] },
        )
        .map((body) => graphql('shapes', json(body))),
    },
    {
      weight: 3,
      arbitrary: fc
        .oneof(anything.map(json), text, fc.constantFrom('[]', '[{}]', '{"query":', '\u0000'))
        .map((body) => graphql('JSON', body)),
    },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 400 }).map((body) => graphql('bytes', Buffer.from(body))) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            'text/plain',
            'multipart/form-data; boundary=x',
            'application/x-www-form-urlencoded',
            'application/graphql',
            'application/json; charset=utf-16',
            '',
          ),
          text,
        )
        .map(([type, body]) => graphql('content types', body, [`content-type: ${type}`, AUTHORIZED])),
    },
    {
      weight: 3,
      arbitrary: headerText.map((value) =>
        graphql('credentials', json({ query: '{ leads(first: 1) { totalCount } }' }), [
          JSON_TYPE,
          `authorization: ${value}`,
        ]),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            'x-request-id',
            'accept',
            'accept-encoding',
            'origin',
            'cookie',
            'content-encoding',
            'traceparent',
            'if-none-match',
            'x-forwarded-for',
            'expect',
            'upgrade',
          ),
          headerText,
        )
        .map(([name, value]) =>
          graphql('headers', json({ query: '{ __typename }' }), [JSON_TYPE, AUTHORIZED, `${name}: ${value}`]),
        ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          method,
          fc.oneof(
            fc.constantFrom(...PATHS),
            fc.webPath(),
            fc.webQueryParameters().map((query) => `/graphql?query=${query}`),
          ),
        )
        .map(([name, path]) => request('paths', `${name} ${path || '/'}`, [AUTHORIZED])),
    },
    {
      weight: 1,
      arbitrary: text.map((query) =>
        request('GET', `GET /graphql?query=${encodeURIComponent(query.replaceAll(/[\ud800-\udfff]/g, '?'))}`, [
          AUTHORIZED,
        ]),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.oneof(
        fc
          .constantFrom(
            'content-length: -1',
            'content-length: 99999',
            'content-length: 1, 2',
            'transfer-encoding: chunked',
            'transfer-encoding: gzip, chunked',
            'host',
            ': x',
            'a b: c',
          )
          .map((line) => graphql('framing', '{"query":"{ __typename }"}', [JSON_TYPE, AUTHORIZED, line])),
        headerText.map((line) => request('framing', line.replaceAll(/[\r\n]/g, ''), [])),
      ),
    },
  );
}
