import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { between, chance, shuffled } from './dice';

type Edge = { node: { id: string; applied?: unknown } };

const LIMIT_REACHED = {
  errors: [{ message: 'Limit reached (100 tokens per 60000 ms)', extensions: { code: 'BAD_USER_INPUT', subCode: 'LIMIT_REACHED' } }],
};

/**
 * Stands between the workers and the CRM, whichever it is: answers come slowly or not at all, before or after the server did what it
 * was asked for; history rows come late and in any order; the limit is said to be reached; the server is away.
 */
export class ChaosProxy {
  readonly did = { requests: 0, cutBefore: 0, cutAfter: 0, limited: 0 };
  /** The rows that were held back. */
  readonly late = new Set<string>();
  /** From here on all is passed on as it is. */
  isCalm = false;
  isDown = false;
  private limitUntil = 0;
  private readonly lateUntil = new Map<string, number>();
  private readonly server = createServer((request, response) => void this.pass(request, response).catch(() => request.socket.destroy()));

  private constructor(private readonly target: string) {}

  static async before(target: string): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  limit(forMs: number): void {
    this.limitUntil = Date.now() + forMs;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    this.did.requests += 1;
    if (this.isDown) return void request.socket.destroy();
    if (!this.isCalm && request.url === '/graphql' && Date.now() < this.limitUntil) {
      this.did.limited += 1;
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify(LIMIT_REACHED));
    }
    if (!this.isCalm && chance(0.01)) {
      this.did.cutBefore += 1;
      return void request.socket.destroy();
    }
    if (!this.isCalm) await sleep(chance(0.02) ? between(500, 2_500) : between(0, 60));
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const answer = await fetch(`${this.target}${request.url}`, { method: request.method, headers: { authorization, 'content-type': type }, ...(body.length > 0 ? { body } : {}) });
    const text = await answer.text();
    if (!this.isCalm && chance(0.01)) {
      this.did.cutAfter += 1;
      return void request.socket.destroy();
    }
    const date = answer.headers.get('date');
    if (date) response.setHeader('date', date);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' }).end(this.disordered(text));
  }

  /** Holds back some of the rows that are still to be decided, each for a while, and gives the others in no order. */
  private disordered(text: string): string {
    if (this.isCalm || !text.includes('"correspondenceHistories":{"edges"')) return text;
    const answer = JSON.parse(text) as { data: { correspondenceHistories: { edges: Edge[] } } };
    const found = answer.data.correspondenceHistories;
    found.edges = shuffled(found.edges).filter(({ node: { id, applied } }) => applied !== null || !this.isLate(id));
    return JSON.stringify(answer);
  }

  private isLate(id: string): boolean {
    if (!this.lateUntil.has(id)) {
      const isLate = chance(0.1);
      if (isLate) this.late.add(id);
      this.lateUntil.set(id, isLate ? Date.now() + between(1_000, 8_000) : 0);
    }
    return Date.now() < this.lateUntil.get(id)!;
  }
}
