import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import { Calendars } from './calendar/calendars';
import { Cases } from './cases/cases';
import { Docket } from './cases/docket';
import { seedCatalogues } from './catalogues/seed';
import { Applications } from './classification/applications';
import { Archive } from './classification/door';
import { Folders } from './classification/folders';
import { Matcher } from './classification/match';
import { Runs } from './classification/runs';
import { ImportBook } from './import/book';
import { ImportDoor } from './import/door';
import { Imports } from './import/imports';
import { Intake } from './intake/intake';
import type { IntakePart } from './intake/part';
import { keepOffice } from './office/keep-office';
import { redisPrefix, type Configuration } from './configuration';
import { Desk } from './correspondence/desk';
import { Letters } from './correspondence/letters';
import { Numbering } from './correspondence/numbering';
import { OfficeCalendar } from './office/calendar';
import { Mailer } from './mail/mailer';
import { linksTo } from './mail/reminder-mail';
import { Metrics } from './metrics';
import { OfficeReader } from './office/office';
import { CasesProcessor, IntakeProcessor, JobRunner, LettersProcessor, RemindersProcessor } from './processors';
import { QueueName, type RemindersQueue } from './queues';
import { Statuses } from './health/statuses';
import { RecordChannel } from './reminders/channels/record';
import { Settings } from './reminders/channels/settings';
import { TaskChannel } from './reminders/channels/task';
import { FiringPlan } from './reminders/firing-plan';
import { Registers } from './registers/registers';
import { RegisterRows } from './registers/rows';
import { signatureIn } from './registers/signature';
import { Reminders } from './reminders/reminders';
import { CaseCauses } from './reminders/causes/case-causes';
import { Deliveries } from './reminders/channels/deliveries';
import { Digest } from './reminders/channels/digest';
import { outletsOf } from './reminders/channels/outlets';
import { Schedules } from './schedules';
import { LOGGER } from './tokens';
import { Turns } from './turns';
import { Budget } from './twenty/budget';
import { TwentyClient } from './twenty/client';
import { Records } from './twenty/records';

export type Outside = { configuration: Configuration; logger: Logger; redis: Redis; twenty: TwentyClient };

type Class<T> = abstract new (...args: never[]) => T;

/** A plain class made by hand: the parts know nothing of the container, which only joins them. */
const made = <T, Needs extends unknown[]>(
  provide: Class<T>,
  needs: { [K in keyof Needs]: Class<Needs[K]> | string },
  make: (...needs: Needs) => T,
): Provider => ({ provide, inject: [...needs] as never[], useFactory: make as (...args: unknown[]) => T });

@Module({})
export class WorkersModule {
  static of({ configuration, logger, redis, twenty }: Outside): DynamicModule {
    const { timeZone, language, reminderIntervalMs: intervalMs, escalateAfter, workingHours: given } = configuration;
    const { budget, clock } = twenty;
    const { smtp } = configuration;
    const links = linksTo(configuration.twentyUrl);
    const mailer = smtp && new Mailer(smtp);
    const outlets = outletsOf(configuration, mailer);
    const queues = Object.values(QueueName);
    return {
      module: WorkersModule,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { logger } }),
        BullModule.forRoot({ connection: redis, prefix: redisPrefix(configuration) }),
        BullModule.registerQueue(...queues.map((name) => ({ name }))),
      ],
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: TwentyClient, useValue: twenty },
        { provide: Budget, useValue: twenty.budget },
        made(Metrics, queues.map(getQueueToken), (...all: Queue[]) => new Metrics({ budget: twenty.budget, queues: all })),
        { provide: Turns, useValue: new Turns(redis, redisPrefix(configuration)) },
        JobRunner,
        made(Records, [TwentyClient], (client: TwentyClient) => new Records(client)),
        made(OfficeReader, [TwentyClient], (client: TwentyClient) => new OfficeReader(client, logger)),
        made(OfficeCalendar, [Records], (records: Records) => new OfficeCalendar({ records, budget, given, timeZone, language })),
        made(Letters, [Records], (records: Records) => new Letters(records)),
        made(Numbering, [Letters], (letters: Letters) => new Numbering((prefix) => letters.highestNumber(prefix), 6)),
        made(RecordChannel, [Records], (records: Records) => new RecordChannel(records)),
        made(TaskChannel, [Records], (records: Records) => new TaskChannel(records, twenty.budget)),
        made(FiringPlan, [getQueueToken(QueueName.REMINDERS)], (queue: RemindersQueue) => new FiringPlan(queue, clock, intervalMs)),
        made(Calendars, [Records, Settings, OfficeReader], (records: Records, settings: Settings, office: OfficeReader) =>
          new Calendars({ records, settings, office, clock, timeZone, links }),
        ),
        made(CaseCauses, [Records], (records: Records) => new CaseCauses(records, logger)),
        made(Settings, [TwentyClient], (client: TwentyClient) => new Settings(client, outlets.map(({ name }) => name))),
        made(Statuses, [Records], (records: Records) => new Statuses(records, budget, language)),
        made(Deliveries, [Settings, Records, Statuses, Calendars], (settings: Settings, records: Records, statuses: Statuses, calendars: Calendars) => {
          const digest = smtp && mailer && new Digest({ mailer, from: smtp.from, settings, calendars, records, links, timeZone, language, logger });
          return new Deliveries({ outlets, settings, records, statuses, digest, now: () => clock.now(), logger });
        }),
        made(
          Reminders,
          [RecordChannel, TaskChannel, Letters, OfficeReader, OfficeCalendar, FiringPlan, CaseCauses, Deliveries],
          (
            rows: RecordChannel, tasks: TaskChannel, letters: Letters, office: OfficeReader, calendar: OfficeCalendar, plan: FiringPlan, causes: CaseCauses, deliveries: Deliveries,
          ) =>
            new Reminders({
              rows, tasks, letters, office, calendar, causes, deliveries, clock, intervalMs, escalateAfter, fireAt: (at) => plan.fireAt(at), logger,
            }),
        ),
        made(
          Desk,
          [Letters, Numbering, OfficeReader, Reminders],
          (letters: Letters, numbering: Numbering, office: OfficeReader, reminders: Reminders) =>
            new Desk({ letters, numbering, office, reminders, budget, clock, timeZone, secret: configuration.apiKey, logger }),
        ),
        made(
          Registers,
          [Records],
          (records: Records) =>
            new Registers({ rows: new RegisterRows(records), signature: signatureIn(redis, configuration), budget: twenty.budget, language, logger }),
        ),
        made(Cases, [Records], (records: Records) => new Cases(records)),
        made(
          Docket,
          [Cases, Records, Registers, CaseCauses],
          (cases: Cases, records: Records, registers: Registers, causes: CaseCauses) =>
            new Docket({
              cases,
              registers,
              numbering: new Numbering((prefix) => cases.highestNumber(prefix), 4),
              budget,
              clock,
              seed: async () => {
                await seedCatalogues({ records, language, logger });
                await keepOffice({ records, language, timeZone, channels: outlets.map(({ name }) => name), feedAddress: configuration.publicUrl });
              },
              changed: (objects) => causes.changed(objects),
              office: { language, timeZone },
              logger,
            }),
        ),
        made(Archive, [Records], (records: Records) => new Archive(records)),
        made(Folders, [Archive], (archive: Archive) => new Folders({ archive, clock, language })),
        made(Runs, [Archive, Folders], (archive: Archive, folders: Folders) =>
          new Runs({ archive, folders, matcherOf: (targets) => new Matcher(targets), clock, language, logger }),
        ),
        made(Applications, [Archive], (archive: Archive) => new Applications({ archive, language })),
        made(Imports, [Records, OfficeReader], (records: Records, office: OfficeReader) =>
          new Imports({
            book: new ImportBook(records, 'registers'), door: new ImportDoor(records, () => office.read(), 'registers'),
            apiUrl: configuration.apiUrl, clock, language, timeZone, secret: configuration.apiKey, logger,
          }),
        ),
        made(Intake, [Folders, Runs, Applications, Imports], (...parts: IntakePart[]) => new Intake(parts, budget)),
        made(Schedules, queues.map(getQueueToken), (...all: Queue[]) => {
          const byName = Object.fromEntries(queues.map((name, index) => [name, all[index]])) as Record<QueueName, Queue>;
          return new Schedules(byName, logger);
        }),
        LettersProcessor,
        RemindersProcessor,
        CasesProcessor,
        IntakeProcessor,
      ],
    };
  }
}
