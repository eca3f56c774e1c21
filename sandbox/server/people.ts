import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import jwt from 'jsonwebtoken';
import { v5 } from 'uuid';
import { DEMO_LANGUAGE, ROLES, STAFF, type DepartmentKey } from '../../demo/staff';
import { ApiError, badInput, tokenInvalid } from './errors';
import { rows, type Database, type Row } from './database';
import type { Actor } from './writer';
import { readField } from './values';
import { adminRole, type Model, type Role } from './model';

/** The people of the demo office, their sign-in and their roles. */

const NAMESPACE = 'c8d6f4a0-3b1e-5d57-8f0a-7d2f3a9b6e11';
export const PASSWORD = 'demo';
/** What the demo people have chosen in their settings. */
const LOCALE = { en: 'en', ru: 'ru-RU' }[DEMO_LANGUAGE];
export const WORKSPACE_ID = v5('workspace', NAMESPACE);

export type Person = {
  email: string;
  firstName: string;
  lastName: string;
  roleLabel: string;
  department: DepartmentKey;
  userId: string;
  memberId: string;
};

export const DEMO_PEOPLE: Person[] = STAFF.map(({ key, name, calling, department }) => ({
  email: `${key}@demo.legal`,
  ...name[DEMO_LANGUAGE],
  roleLabel: ROLES[calling],
  department,
  userId: v5(`user.${key}`, NAMESPACE),
  memberId: v5(`member.${key}`, NAMESPACE),
}));

/** Who a request comes from: an API key, or a member with the member's record. */
export type Identity = { actor: Actor; member?: Row };

type TokenType = 'LOGIN' | 'ACCESS' | 'REFRESH';

const LIFETIME_SECONDS: Record<TokenType, number> = { LOGIN: 15 * 60, ACCESS: 30 * 60, REFRESH: 60 * 24 * 3600 };

const digest = (text: string) => createHash('sha256').update(text).digest();

export class People {
  /** Tokens outlive a restart with the same key. */
  private readonly secret: string;

  constructor(
    private readonly database: Database,
    private readonly model: Model,
    private readonly apiKey: string,
  ) {
    this.secret = digest(`sandbox tokens ${apiKey}`).toString('hex');
  }

  /** Makes the demo people's member records and their roles, where they are not there yet. */
  async settle(): Promise<void> {
    await sql`create table if not exists "_memberRole" ("memberId" uuid primary key, "roleId" uuid not null)`.execute(this.database);
    const now = new Date().toISOString();
    const known = (await rows(this.database, sql`select "memberId" from "_memberRole"`)).map(({ memberId }) => memberId);
    for (const [position, { memberId, userId, firstName, lastName, email, roleLabel }] of DEMO_PEOPLE.entries()) {
      if (known.includes(memberId)) continue;
      const role = this.model.roles.find(({ label }) => label === roleLabel);
      if (!role) throw new Error(`The app has no role "${roleLabel}", which ${email} of the demo office has`);
      await sql`insert into "workspaceMember" (id, "createdAt", "updatedAt", position, "nameFirstName", "nameLastName", "colorScheme", locale, "userEmail", "calendarStartDay", "userId", "timeZone", "dateFormat", "timeFormat", "createdBySource", "createdByName", "updatedBySource", "updatedByName") values (${memberId}, ${now}, ${now}, ${position}, ${firstName}, ${lastName}, 'System', ${LOCALE}, ${email}, 1, ${userId}, 'system', 'SYSTEM', 'SYSTEM', 'SYSTEM', 'System', 'SYSTEM', 'System') on conflict do nothing`.execute(
        this.database,
      );
      await sql`insert into "_memberRole" values (${memberId}, ${role.universalIdentifier}) on conflict do nothing`.execute(this.database);
    }
  }

  members(): Promise<Row[]> {
    return rows(
      this.database,
      sql`select member.*, assigned."roleId" as "roleId" from "workspaceMember" member join "_memberRole" assigned on assigned."memberId" = member.id where "deletedAt" is null order by position`,
    );
  }

  /** Their role stays on record: by it nobody who was removed is made anew at the next start. */
  async remove(memberId: string): Promise<void> {
    const removed = await rows(this.database, sql`delete from "workspaceMember" where id = ${memberId} returning id`);
    if (removed.length === 0) throw badInput('Workspace member to delete not found in workspace');
  }

  roleOf(member: Row): Role {
    return this.model.roles.find(({ universalIdentifier }) => universalIdentifier === member.roleId) ?? adminRole(this.model);
  }

  async assignRole(memberId: string, roleId: string): Promise<void> {
    if (!this.model.roles.some(({ universalIdentifier }) => universalIdentifier === roleId)) {
      throw new ApiError('Role not found', 'NOT_FOUND', 'ROLE_NOT_FOUND', 'Role not found.');
    }
    await sql`update "_memberRole" set "roleId" = ${roleId} where "memberId" = ${memberId}`.execute(this.database);
  }

  private issue(type: TokenType, member: Row): { token: string; expiresAt: string } {
    const payload = { sub: member.userId, type, workspaceId: WORKSPACE_ID, workspaceMemberId: member.id };
    const token = jwt.sign(payload, this.secret, { expiresIn: LIFETIME_SECONDS[type] });
    return { token, expiresAt: new Date(Date.now() + LIFETIME_SECONDS[type] * 1000).toISOString() };
  }

  private async memberOfToken(token: string, type: TokenType): Promise<Row> {
    let payload: jwt.JwtPayload;
    try {
      payload = jwt.verify(token, this.secret) as jwt.JwtPayload;
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) throw new ApiError('Token has expired.', 'UNAUTHENTICATED', 'UNAUTHENTICATED');
      throw tokenInvalid();
    }
    const member = (await this.members()).find(({ id }) => id === payload.workspaceMemberId);
    if (payload.type !== type || !member) throw tokenInvalid();
    return member;
  }

  async signIn(email: string, password: string): Promise<{ token: string; expiresAt: string }> {
    const member = (await this.members()).find(({ userEmail }) => userEmail === email.toLowerCase());
    if (!member) throw new ApiError('User not found', 'UNAUTHENTICATED', 'USER_NOT_FOUND', 'User not found.');
    if (password !== PASSWORD) throw new ApiError('Wrong password', 'FORBIDDEN', 'FORBIDDEN_EXCEPTION', 'Wrong password.');
    return this.issue('LOGIN', member);
  }

  async tokensFor(token: string, type: 'LOGIN' | 'REFRESH') {
    const member = await this.memberOfToken(token, type);
    return {
      tokens: { accessOrWorkspaceAgnosticToken: this.issue('ACCESS', member), refreshToken: this.issue('REFRESH', member) },
    };
  }

  /** Whom a bearer token stands for; nobody, if there is none. */
  async identify(authorization: string | undefined): Promise<Identity | undefined> {
    const token = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1]?.trim();
    if (!token) return undefined;
    if (timingSafeEqual(digest(token), digest(this.apiKey))) {
      return { actor: { role: adminRole(this.model), name: 'Sandbox key', source: 'API', workspaceMemberId: null } };
    }
    const member = await this.memberOfToken(token, 'ACCESS');
    return { member, actor: this.actorFor(member) };
  }

  /** The person of that e-mail, or the server itself, which may do everything. */
  async actorOf(email?: string): Promise<Actor> {
    if (email === undefined) return { role: adminRole(this.model), name: 'System', source: 'SYSTEM', workspaceMemberId: null };
    const member = (await this.members()).find(({ userEmail }) => userEmail === email);
    if (!member) throw new Error(`Nobody in the office has the e-mail ${email}`);
    return this.actorFor(member);
  }

  private actorFor(member: Row): Actor {
    const name = [member.nameFirstName, member.nameLastName].filter(Boolean).join(' ');
    const memberValues = new Map([...this.model.object('workspaceMember').fields.values()].map((field) => [field.id, readField(field, member)]));
    return { role: { ...this.roleOf(member), memberValues }, name, source: 'MANUAL', workspaceMemberId: member.id as string };
  }
}
