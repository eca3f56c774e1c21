import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { asGraphqlError } from './errors';
import { executeGraphql, type GraphqlAnswer, type GraphqlRequest } from './graphql';
import { executeMetadata } from './metadata';
import { manifestData, peopleData } from './page-data';
import type { Identity } from './people';
import { restRoutes } from './rest';
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

  const answer =
    (execute: (identity: Identity | undefined, request: GraphqlRequest) => Promise<GraphqlAnswer>) => async (request: Request, response: Response) => {
      try {
        const identity = await workspace.people.identify(request.header('authorization'));
        response.json(await execute(identity, (request.body ?? {}) as GraphqlRequest));
      } catch (error) {
        response.json({ errors: [asGraphqlError(error)] });
      }
    };
  app.post('/graphql', answer((identity, request) => executeGraphql(workspace, identity?.actor, request)));
  app.post('/metadata', answer((identity, request) => executeMetadata(workspace, identity, request)));
  app.use('/rest', restRoutes(workspace));

  const localeOf = (request: Request) => String(request.query.locale ?? 'en');
  app.get('/sandbox/manifest', (request, response) => void response.json(manifestData(workspace, localeOf(request))));
  app.get('/sandbox/people', (request, response) => void response.json(peopleData(localeOf(request))));
  return app;
};
