import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { records } from '../../front/lib/api';
import { writeDeed } from '../../front/lib/letter';
import { put } from '../../front/lib/store';

type Reply = { status?: number; body: string | object } | 'hang up';
let replies: Reply[];
let tokens: (string | undefined)[];
let asked: { query: string; variables: Record<string, unknown> }[];
let server: Server;

const kind = (call: Promise<unknown>) => call.then(() => 'answered', (error: { kind: string }) => error.kind);
const refusal = (code: string, subCode?: string) => ({ body: { data: null, errors: [{ message: 'no', extensions: { code, subCode } }] } });
const deed = { id: '1', action: 'ACCEPT' as const, correspondenceId: '2', reason: null, toMemberId: null, toDepartmentId: null };

beforeEach(async () => {
  replies = [];
  tokens = [];
  asked = [];
  server = createServer((request: IncomingMessage, response) => {
    tokens.push(request.headers.authorization);
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      asked.push(JSON.parse(body));
      const reply: Reply = replies.shift() ?? { body: { data: {} } };
      if (reply === 'hang up') return request.socket.destroy();
      response.writeHead(reply.status ?? 200).end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.TWENTY_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.TWENTY_APP_ACCESS_TOKEN = 'first';
});
afterEach(() => server.close());

describe('the door to the API', () => {
  test.each<[string, Reply]>([
    ['permission', refusal('FORBIDDEN', 'PERMISSION_DENIED')],
    ['rate', refusal('LIMIT_REACHED')],
    ['rate', { status: 429, body: 'slow down' }],
    ['network', { status: 502, body: '<html>Bad gateway</html>' }],
    ['network', 'hang up'],
    ['server', refusal('BAD_USER_INPUT')],
    ['server', { status: 500, body: 'oops' }],
    ['session', refusal('UNAUTHENTICATED')],
  ])('calls it %s', async (expected, reply) => {
    replies = [reply];
    expect(await kind(records('query { x }'))).toBe(expected);
  });

  test('has an expired token renewed by the host, once, and goes on with the new one', async () => {
    let renewals = 0;
    globalThis.frontComponentHostCommunicationApi = { requestAccessTokenRefresh: async () => `renewed ${++renewals}` };
    replies = [refusal('UNAUTHENTICATED'), { body: { data: { x: 1 } } }, { body: { data: { x: 2 } } }];
    expect(await records('query { x }')).toEqual({ x: 1 });
    expect(await records('query { x }')).toEqual({ x: 2 });
    expect(tokens).toEqual(['Bearer first', 'Bearer renewed 1', 'Bearer renewed 1']);
    replies = [refusal('UNAUTHENTICATED'), refusal('UNAUTHENTICATED')];
    expect(await kind(records('query { x }'))).toBe('session');
    globalThis.frontComponentHostCommunicationApi = {};
  });

  test('takes a row whose answer was lost for written if it is there', async () => {
    const there = { body: { data: { correspondenceHistories: { edges: [{ node: { outcome: 'PENDING', refusal: null } }] } } } };
    const nothing = { body: { data: { correspondenceHistories: { edges: [] } } } };
    replies = ['hang up', there];
    expect(await kind(writeDeed(deed))).toBe('answered');
    replies = ['hang up', nothing];
    expect(await kind(writeDeed(deed))).toBe('network');
  });

  test('creates what is not there and changes what is, so that a form may be written again', async () => {
    replies = [{ body: { data: { people: { edges: [{ node: { id: 'known' } }] } } } }];
    await put('person', [{ id: 'known', city: 'Tver' }, { id: 'new', city: 'Moscow' }]);
    expect(asked.map(({ query }) => /createPeople|updatePeople|people/.exec(query)![0])).toEqual(['people', 'createPeople', 'updatePeople']);
    expect(asked[1]!.variables).toEqual({ data: [{ id: 'new', city: 'Moscow' }] });
    expect(asked[2]!.variables).toEqual({ filter: { id: { in: ['known'] } }, data: { city: 'Tver' } });
  });
});
