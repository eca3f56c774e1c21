import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Queue } from 'bullmq';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { ConfigurationError, type HttpConfiguration } from '../configuration';
import { hasPassword, hasToken } from './access';
import { boardOf } from './board';
import { judgeHook, REPLAY_WINDOW_MS, type Hint } from './hooks';

const USUAL_PORT = 3001;
const BOARD = '/board';
const LARGEST_HOOK = '1mb';
const MINUTE = 60_000;
const MOST_CONNECTIONS = 256;

/** What the door opens to, once Twenty was met. */
export type Parts = {
  queues: Queue[];
  isReady: () => { redis: boolean; twenty: boolean };
  metrics: () => Promise<{ contentType: string; text: string }>;
  /** The calendar of whoever has this secret; null if nobody has. */
  calendarOf: (secret: string) => Promise<string | null>;
  /** Whether it is seen for the first time, over all workers. */
  isFirst: (signature: string, forMs: number) => Promise<boolean>;
  hint: (hint: Hint) => Promise<void>;
};

const limited = (limit: number, options: Partial<Options> = {}): RequestHandler =>
  rateLimit({ windowMs: MINUTE, limit, standardHeaders: 'draft-8', legacyHeaders: false, message: { error: 'too many requests' }, ...options });

/** For what a password guards: whoever guesses is slowed down, from however many addresses. */
const slowToGuess = (): RequestHandler => limited(30, { keyGenerator: () => 'all', skipSuccessfulRequests: true });

const secretOf = ({ params }: Request): string => String(params.secret);

/** The workers' own address: for whoever watches them, for calendars, and for Twenty's hints. It names no letter and nobody. */
export class HttpDoor {
  private parts: Parts | null = null;
  private isClosing = false;
  private server: Server | null = null;

  constructor(
    private readonly configuration: HttpConfiguration,
    private readonly logger: Logger,
    private readonly now: () => number,
  ) {}

  /** Listens, at first only to say that the workers are alive. The usual port may be taken; one that was asked for may not. */
  async listen(): Promise<void> {
    const { host, port } = this.configuration;
    const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 5_000, maxHeaderSize: 8_192 }, this.application());
    server.maxConnections = MOST_CONNECTIONS;
    const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(port ?? USUAL_PORT, host, () => resolve(null));
    });
    if (failure) {
      const problem = `no server can listen at ${host}:${port ?? USUAL_PORT} (${failure.code})`;
      if (port !== null) throw new ConfigurationError(`HTTP_PORT: ${problem}`);
      return this.logger.warn(`${problem}: the workers go on without /healthz, /metrics and calendars; set HTTP_PORT`);
    }
    server.on('error', (error) => this.logger.error({ error: error.message }, 'the HTTP server failed'));
    this.server = server;
    this.logger.info(`listening at http://${host}:${(server.address() as AddressInfo).port}`);
  }

  open(parts: Parts): void {
    this.parts = parts;
  }

  /** From now on not ready, so that whoever balances sends no more. */
  leave(): void {
    this.isClosing = true;
  }

  async close(): Promise<void> {
    this.leave();
    const { server } = this;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  private application(): Express {
    const { metricsToken, board, webhookSecret } = this.configuration;
    const app = express();
    // Behind a proxy of one's own network the caller's address is what it says; a caller from elsewhere is not believed.
    app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal']);
    app.set('query parser', false);
    app.set('etag', false);
    // Where it is reached without TLS, as inside a network, the board's parts must not be asked for with it.
    app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } }, referrerPolicy: { policy: 'no-referrer' } }));
    app.use((_request, response, next) => {
      response.set('cache-control', 'no-store');
      next();
    });

    app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
    app.get('/readyz', (_request, response) => {
      const { redis, twenty } = this.parts?.isReady() ?? { redis: false, twenty: false };
      const isReady = redis && twenty && !this.isClosing;
      response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready', redis, twenty });
    });
    app.use(limited(600));

    const guardMetrics: RequestHandler = ({ headers }, response, next) =>
      metricsToken === null || hasToken(headers.authorization, metricsToken) ? next() : void response.status(401).json({ error: 'unauthorized' });
    app.get('/metrics', slowToGuess(), guardMetrics, this.opened(async ({ metrics }, _request, response) => {
      const { contentType, text } = await metrics();
      response.type(contentType).send(text);
    }));

    app.get(
      '/calendar/:secret.ics',
      // Strangers try in vain; whoever has a secret may ask often, but each time costs operations of Twenty's.
      limited(30, { skipSuccessfulRequests: true }),
      limited(10, { keyGenerator: (request) => createHash('sha256').update(secretOf(request)).digest('hex') }),
      this.opened(async ({ calendarOf }, request, response, next) => {
        const calendar = /^[\w-]{20,100}$/.test(secretOf(request)) ? await calendarOf(secretOf(request)) : null;
        if (calendar === null) return next();
        response.type('text/calendar; charset=utf-8').set('content-disposition', 'inline; filename="legal-desk.ics"').send(calendar);
      }),
    );

    if (webhookSecret !== null)
      app.post('/hooks/twenty', express.raw({ type: () => true, limit: LARGEST_HOOK }), this.opened(async (parts, { headers, body }, response) => {
        const judged = judgeHook({ headers, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0), secret: webhookSecret, now: this.now() });
        if (!judged.isGenuine) {
          this.logger.warn({ why: judged.why }, 'a webhook was not accepted');
          return void response.status(401).json({ error: 'unauthorized' });
        }
        // A replay is answered like the first, and does nothing.
        if (judged.hint !== null && (await parts.isFirst(judged.signature, 2 * REPLAY_WINDOW_MS))) await parts.hint(judged.hint);
        response.status(202).json({ status: 'accepted' });
      }));

    if (board !== null) {
      const ask: RequestHandler = ({ headers }, response, next) =>
        hasPassword(headers.authorization, board)
          ? next()
          : void response.status(401).set('www-authenticate', 'Basic realm="Legal Desk", charset="UTF-8"').json({ error: 'unauthorized' });
      let router: RequestHandler | null = null;
      app.use(BOARD, slowToGuess(), ask, this.opened(({ queues }, request, response, next) => (router ??= boardOf(queues, BOARD))(request, response, next)));
    }

    app.use((_request, response) => void response.status(404).json({ error: 'not found' }));
    const onError: ErrorRequestHandler = (error: { status?: unknown; message?: unknown }, request, response, _next) => {
      const status = typeof error.status === 'number' && error.status >= 400 && error.status < 500 ? error.status : 500;
      // The route and not the address, which may hold a secret.
      if (status === 500) this.logger.error({ route: (request.route as { path?: string } | undefined)?.path, error: String(error.message) }, 'a request failed');
      if (response.headersSent) return void response.destroy();
      response.status(status).json({ error: status === 413 ? 'too large' : status === 500 ? 'failed' : 'bad request' });
    };
    app.use(onError);
    return app;
  }

  private opened(handle: (parts: Parts, ...request: Parameters<RequestHandler>) => unknown): RequestHandler {
    return (request, response, next) => {
      if (this.parts === null) return void response.status(503).json({ error: 'starting' });
      return handle(this.parts, request, response, next) as void;
    };
  }
}
