/** What the folders of a client tell of its regions and directions, and what is proposed of it. Pure. */
import { changesOf, type Values } from '../cases/changes';
import { classificationProposalId } from '../identifiers';
import type { Found, Target } from './match';
import type { Folder } from './tree';

export type Kind = Target['kind'];
export type ClientKind = 'person' | 'company';
export type Client = { kind: ClientKind; id: string; name: string };

export type Evidence = { folderId: string; path: string; words: string[]; kind: Kind; targetId: string; targetName: string; score: number; by: 'RULE' | 'NAME' };
export type Scored = { id: string; name: string; score: number };
export type Proposed = { regions: Scored[]; directions: Scored[] };
/** That a client has a region or a direction; without a proposal a person, or an import, says so. */
export type Assigned = { kind: Kind; targetId: string | null; proposalId: string | null };

/** A proposal as it is in Twenty. */
export type ProposalRow = { id: string; status: string | null; runId: string | null; decidedIds: string[] } & Values;
export type Written = { id: string } & Values;

const RULE_SCORE = 100;
/** Whoever confirms reads the strongest; a client in hundreds of folders has no more to say. */
const MOST_EVIDENCE = 50;
const KINDS = ['REGION', 'DIRECTION'] as const satisfies Kind[];
const RULE_FIELD = { REGION: 'regionId', DIRECTION: 'directionId' } as const;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export type Catalogue = Map<string, Target>;

/**
 * What one folder and those above it tell: what a folder's rule says, its name and whatever lies above do not say otherwise; names
 * below the rule add to it.
 *
 * @param way the folder and those that it lies in, the nearest first
 */
export const evidenceOfWay = ({ way, pathOf, found, catalogue }: { way: Folder[]; pathOf: (id: string) => string; found: (name: string) => Found[]; catalogue: Catalogue }): Evidence[] =>
  KINDS.flatMap((kind) => {
    const evidence: Evidence[] = [];
    for (const folder of way) {
      const told = (target: Target, words: string[], score: number, by: Evidence['by']): Evidence =>
        ({ folderId: folder.id, path: pathOf(folder.id), words, kind, targetId: target.id, targetName: target.name, score, by });
      const rule = catalogue.get(folder[RULE_FIELD[kind]] ?? '');
      if (rule) return [...evidence, told(rule, [], RULE_SCORE, 'RULE')];
      for (const { target, words, score } of found(folder.name ?? '')) if (target.kind === kind) evidence.push(told(target, words, Math.round(score), 'NAME'));
    }
    return evidence;
  });

const isAbove = (above: string, below: string, catalogue: Catalogue): boolean => {
  const seen = new Set([below]);
  for (let at = catalogue.get(below)?.parentId; at && !seen.has(at); at = catalogue.get(at)?.parentId) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
};

/** Once for each folder and target; a direction's branch that is told as surely says more than the direction does. */
const distinct = (evidence: Evidence[], catalogue: Catalogue): Evidence[] => {
  const each = [...new Map(evidence.map((one) => [`${one.folderId}/${one.targetId}`, one])).values()];
  const best = scoresOf(each);
  const isOutdone = ({ kind, targetId }: Evidence): boolean =>
    kind === 'DIRECTION' &&
    each.every((one) => one.targetId !== targetId || one.by === 'NAME') &&
    [...best].some(([id, score]) => score >= best.get(targetId)! && isAbove(targetId, id, catalogue));
  return each.filter((one) => !isOutdone(one));
};

const scoresOf = (evidence: Evidence[]): Map<string, number> => {
  const best = new Map<string, number>();
  for (const { targetId, score } of evidence) best.set(targetId, Math.max(score, best.get(targetId) ?? 0));
  return best;
};

const clientField = { person: 'personId', company: 'companyId' } as const;

export type Question = {
  client: Client;
  evidence: Evidence[];
  catalogue: Catalogue;
  /** What the client has been given. */
  assigned: Assigned[];
  /** All proposals of the client that are not deleted. */
  there: ProposalRow[];
  runId: string;
};

export type Answer = {
  write: Written | null;
  /** Proposals that nobody has decided and whose folders say something else now. */
  gone: string[];
  /** Whether there is a proposal of this run for the client. */
  isProposed: boolean;
};

/** What is decided, given or set by hand is not proposed again. */
export const proposalOf = ({ client, evidence, catalogue, assigned, there, runId }: Question): Answer => {
  const undecided = there.filter(({ status }) => status === 'PROPOSED');
  const decided = new Set(there.filter(({ status }) => status !== 'PROPOSED').flatMap(({ decidedIds }) => decidedIds));
  const given = new Set(assigned.map(({ targetId }) => targetId));
  const byHand = new Set(assigned.filter(({ proposalId }) => proposalId === null).map(({ kind }) => kind));
  const fresh = distinct(evidence, catalogue).filter(({ kind, targetId }) => !byHand.has(kind) && !given.has(targetId) && !decided.has(targetId));
  if (fresh.length === 0) return { write: null, gone: undecided.map(({ id }) => id), isProposed: false };

  const scores = scoresOf(fresh);
  const names = new Map(fresh.map(({ targetId, targetName }) => [targetId, targetName]));
  const scored = (kind: Kind): Scored[] =>
    [...new Set(fresh.filter((one) => one.kind === kind).map(({ targetId }) => targetId))]
      .map((id) => ({ id, name: names.get(id)!, score: scores.get(id)! }))
      .sort((one, other) => other.score - one.score || compare(one.name, other.name) || compare(one.id, other.id));
  const proposed: Proposed = { regions: scored('REGION'), directions: scored('DIRECTION') };
  const id = classificationProposalId(client.id, [...scores.keys()].sort());
  const wanted = {
    name: client.name,
    score: Math.min(...scores.values()),
    regionNames: proposed.regions.map(({ name }) => name).join(', '),
    directionNames: proposed.directions.map(({ name }) => name).join(', '),
    evidence: fresh
      .sort((one, other) => other.score - one.score || compare(one.path, other.path) || compare(one.folderId, other.folderId) || compare(one.targetId, other.targetId))
      .slice(0, MOST_EVIDENCE),
    proposed,
  };
  const known = undecided.find((row) => row.id === id);
  const gone = undecided.filter((row) => row.id !== id).map((row) => row.id);
  if (known && Object.keys(changesOf(known, wanted)).length === 0) return { write: null, gone, isProposed: known.runId === runId };
  return { write: { id, [clientField[client.kind]]: client.id, runId, ...wanted }, gone, isProposed: true };
};
