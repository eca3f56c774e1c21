import { PassThrough } from 'node:stream';
import nodemailer from 'nodemailer';
import { htmlOf, textOf, type Mail } from './html';

export type SmtpSettings = {
  /** Either an address with all in it, or a host. */
  url: string | null;
  host: string | null;
  port: number;
  user: string | null;
  password: string | null;
  from: string;
};

/** What became of an attempt to deliver: whether it certainly arrived, certainly did not, or nobody can tell. */
export type Outcome = { state: 'SENT' } | { state: 'FAILED' | 'UNCERTAIN'; error: string; isDown?: boolean };

export type Message = { to: string; subject: string; mail: Mail; messageId: string; thread?: string; headers?: Record<string, string> };

const CONNECTIONS = 4;
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const LONGEST_MS = 90_000;
/** Servers end a connection that says nothing, some of them soon. */
const IDLE_MS = 20_000;

/** By which a mail carries, past the library, the stream that tells whether it was sent off. */
const CONTENT = 'content-watched';

type SmtpError = Error & { code?: string; responseCode?: number; response?: string };

/** What of the error is for people: never the address with its password. */
const wordsOf = ({ code, response, message }: SmtpError): string => (response ?? [code, message].filter(Boolean).join(': ')).replace(/\s+/g, ' ').slice(0, 300);

/**
 * The door to the mail server. It tells a refusal, after which a mail may be sent again, from a connection lost while the server
 * had the mail in its hands, after which it may not: hence no sending again by the library itself.
 */
export class Mailer {
  private readonly transport;
  private readonly from: string;

  constructor({ url, host, port, user, password, from }: SmtpSettings) {
    const server = url
      ? { url }
      : { host: host ?? 'localhost', port, secure: port === 465, ...(user ? { auth: { user, pass: password ?? '' } } : {}) };
    this.from = from;
    this.transport = nodemailer.createTransport({
      ...server, ...TIMEOUTS, pool: true, maxConnections: CONNECTIONS, maxRequeues: 0, idleTimeout: IDLE_MS, disableFileAccess: true, disableUrlAccess: true,
    });
    this.transport.use('stream', ({ data, message }, done) => {
      message.processFunc((input) => input.pipe((data as unknown as Record<string, PassThrough>)[CONTENT]!));
      done();
    });
    // A failure of a connection of the pool comes with the mail that it was for.
    this.transport.on('error', () => undefined);
  }

  /** @returns null when the server lets us in, else what it says */
  async check(): Promise<string | null> {
    try {
      await this.transport.verify();
      return null;
    } catch (error) {
      return wordsOf(error as SmtpError);
    }
  }

  async send({ to, subject, mail, messageId, thread, headers }: Message): Promise<Outcome> {
    // What goes to the server flows through here, and only once the server said that it takes the mail.
    const content = new PassThrough();
    try {
      const message = {
        from: this.from, to, subject, messageId, text: textOf(mail), html: htmlOf(mail),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
        ...(thread ? { references: thread, inReplyTo: thread } : {}),
        signal: AbortSignal.timeout(LONGEST_MS),
        [CONTENT]: content,
      };
      await this.transport.sendMail(message);
      return { state: 'SENT' };
    } catch (failure) {
      const { responseCode, ...error } = failure as SmtpError;
      const isRefused = responseCode !== undefined && responseCode >= 400;
      if (content.readableDidRead && !isRefused) return { state: 'UNCERTAIN', error: wordsOf(failure as SmtpError) };
      return { state: 'FAILED', error: wordsOf(failure as SmtpError), isDown: !isRefused || error.code === 'EAUTH' };
    }
  }

  close(): void {
    this.transport.close();
  }
}
