import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { asGraphqlError } from './errors';
import { executeGraphql, type GraphqlRequest } from './graphql';
import type { Workspace } from './workspace';

const allowEveryOrigin = (request: Request, response: Response, next: NextFunction): void => {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': request.header('Access-Control-Request-Headers') ?? '*',
    'Access-Control-Allow-Methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
  });
  if (request.method === 'OPTIONS') response.sendStatus(204);
  else next();
};

/** The server's doors; everything behind them is the workspace's. */
export const createApp = (workspace: Workspace): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.use(allowEveryOrigin, express.json({ limit: '20mb' }));

  app.get('/healthz', (_, response) => void response.json({ status: 'ok', info: {}, error: {}, details: {} }));

  app.post('/graphql', async (request, response) => {
    try {
      const identity = await workspace.people.identify(request.header('authorization'));
      response.json(await executeGraphql(workspace, identity?.actor, (request.body ?? {}) as GraphqlRequest));
    } catch (error) {
      response.json({ errors: [asGraphqlError(error)] });
    }
  });

  return app;
};
