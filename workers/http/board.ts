import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import type { Router } from 'express';

/** The queues to look at. Nothing can be changed there: what is lost is queued anew, and what failed is tried again by itself. */
export const boardOf = (queues: Queue[], path: string): Router => {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(path);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Legal Desk' } },
  });
  return serverAdapter.getRouter() as Router;
};
