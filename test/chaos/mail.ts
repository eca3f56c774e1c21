import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { chance } from './dice';

/** `firing` is the reminder and the number of its firing, where the mail is of one. */
export type Mail = { id: string; firing: string | null; to: string; at: number };

/** A real mail server that keeps what it took, and now and then refuses a letter for the moment or breaks off before it says so. */
export class MailServer {
  readonly taken: Mail[] = [];
  readonly did = { refused: 0, brokenOff: 0 };
  isCalm = false;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      void simpleParser(stream).then((mail) => {
        if (!this.isCalm && chance(0.03)) {
          this.did.refused += 1;
          return done(Object.assign(new Error('Greylisted, try again later'), { responseCode: 451 }));
        }
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const firing = mail.headers.get('x-legal-desk-firing');
        this.taken.push({ id: mail.messageId ?? '', firing: typeof firing === 'string' ? firing : null, to, at: Date.now() });
        if (this.isCalm || !chance(0.01)) return done();
        this.did.brokenOff += 1;
        for (const connection of this.server.connections) if ((connection as { id?: string }).id === session.id) (connection as { _socket?: { destroy(): void } })._socket?.destroy();
      }, () => undefined /* Its sender died before the end of it: not a mail. */);
    },
  });

  static async open(): Promise<MailServer> {
    const mail = new MailServer();
    mail.server.on('error', () => undefined);
    await new Promise<void>((resolve) => mail.server.listen(0, '127.0.0.1', resolve));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}
