import type { Database } from './database';
import { capitalize } from './fields';
import type { Model, ObjectType } from './model';
import type { People } from './people';
import { Reader } from './reader';
import type { Selection } from './selection';
import type { Json } from './sql';
import type { TokenBucket } from './throttle';
import { Writer, type Actor } from './writer';

type Run = (actor: Actor, object: ObjectType, args: Json, selections: Selection[]) => Promise<unknown>;

export type Operation = { object: ObjectType; args: string[]; required?: string; run: Run };

const one = <T>(list: Promise<T[]>): Promise<T | null> => list.then(([first]) => first ?? null);

/** Everything behind the doors: the data, the people and the operations that GraphQL and REST both offer. */
export class Workspace {
  readonly operations = new Map<string, Operation>();
  private readonly reader: Reader;
  private readonly writer: Writer;

  constructor(
    readonly database: Database,
    readonly model: Model,
    readonly people: People,
    private readonly bucket: TokenBucket,
  ) {
    this.reader = new Reader(database);
    this.writer = new Writer(database, model);
    for (const object of model.objects) this.addOperations(object);
  }

  private addOperations(object: ObjectType): void {
    const { reader, writer } = this;
    const single = capitalize(object.nameSingular);
    const plural = capitalize(object.namePlural);
    const add = (name: string, args: string[], run: Run, required?: string) => this.operations.set(name, { object, args, run, required });

    const paging = ['first', 'last', 'offset', 'before', 'after', 'filter', 'orderBy'];
    add(object.namePlural, paging, (actor, ...rest) => reader.findMany(actor.role, ...rest));
    add(object.nameSingular, ['filter'], (actor, ...rest) => reader.findOne(actor.role, ...rest));
    add(
      `${object.namePlural}GroupBy`,
      ['groupBy', 'filter', 'orderBy', 'orderByForRecords', 'viewId', 'limit', 'offsetForRecords'],
      (actor, ...rest) => reader.groupBy(actor.role, ...rest),
      'groupBy',
    );

    const create = (list: (args: Json) => Json[]) => (actor: Actor, _: ObjectType, args: Json, selections: Selection[]) =>
      writer.create(actor, object, list(args), args.upsert === true, selections);
    const createMany = create(({ data }) => data as Json[]);
    const createOne = create(({ data }) => [data as Json]);
    add(`create${plural}`, ['data', 'upsert'], createMany, 'data');
    add(`create${single}`, ['data', 'upsert'], (...all) => one(createOne(...all)), 'data');

    const changes = ['update', 'delete', 'restore', 'destroy'] as const;
    for (const change of changes) {
      const more = change === 'update' ? ['data'] : [];
      add(`${change}${plural}`, ['filter', ...more], (...all) => writer[change](...all), 'filter');
      add(`${change}${single}`, ['id', ...more], (...all) => one(writer[change](...all)), 'id');
    }
  }

  /** Runs one operation; those of an API key are counted, those of people are not. */
  async run(operation: Operation, actor: Actor, args: Json, selections: Selection[]): Promise<unknown> {
    if (actor.source === 'API') this.bucket.take();
    return operation.run(actor, operation.object, args, selections);
  }
}
