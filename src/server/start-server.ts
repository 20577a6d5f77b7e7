import { userInfo } from 'node:os';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Casefile } from '../casefile/port.ts';
import { HearsayError } from '../errors.ts';
import { checkAgain, readPile } from '../journey.ts';
import { answerFaults } from './answer-faults.ts';
import { openDropBox } from './drop-box.ts';
import { guardRequests } from './guard.ts';
import { openNews } from './news.ts';
import { ReadingRoom } from './reading-room.ts';
import { caseRoutes } from './routes/case.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { docRoutes, noteRoutes } from './routes/docs.ts';
import { eventRoutes } from './routes/events.ts';
import { findingRoutes } from './routes/findings.ts';
import { identityRoutes } from './routes/identities.ts';
import { isolationRoutes } from './routes/isolation.ts';
import { nameQueueRoutes } from './routes/names-queue.ts';
import { networkRoutes } from './routes/network.ts';
import { numberRoutes } from './routes/numbers.ts';
import { originRoutes } from './routes/origins.ts';
import { passageRoutes } from './routes/passages.ts';
import { placeRoutes } from './routes/places.ts';
import { quoteRoutes } from './routes/quotes.ts';
import { searchRoutes } from './routes/search.ts';
import { sourceRoutes } from './routes/sources.ts';
import { statementRoutes } from './routes/statements.ts';
import { timelineRoutes } from './routes/timeline.ts';
import { serveDesk } from './serve-desk.ts';
import { type WorkAgain, workAfterPause } from './work-again.ts';

const USUAL_PORT = 4317;

export interface ServerOptions {
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Default 4317, or any free port where that is taken. 0 is any free port. */
  readonly port?: number;
  /** Folder of the built desk. */
  readonly deskRoot: string;
  /** Random; whoever opens `address` shows it once. */
  readonly token: string;
  /** Who decides at this desk; by default the name of the machine's user. */
  readonly who?: string;
  /** Says what holds a document's process in on this machine; asked when the desk asks. */
  readonly isolation?: () => string;
  /** Works the case out again after names were judged; by default as reading does. */
  readonly workAgain?: (casefile: Casefile) => Promise<unknown>;
  /** Threads that read what is dropped on the desk; default 1. */
  readonly workers?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4317` */
  readonly origin: string;
  /** The address to open: the origin with the token. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves one case to one person's browser until `close`. The casefile stays the caller's: open
 * it for writing if decisions are to be kept, and close it afterwards.
 * Throws `server/port-taken` where the wished port is not free.
 */
export async function startServer(casefile: Casefile, options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1';
  const hosts = new Set<string>();
  const app = Fastify({ logger: false, bodyLimit: 65_536, forceCloseConnections: true });
  // Replies are plain data already; what is written is what was checked.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  answerFaults(app);
  guardRequests(app, { token: options.token, hosts });
  await noteRoutes(app);
  const again = workAfterPause(() => (options.workAgain ?? checkAgain)(casefile));
  // What was judged is worked out before the case is closed.
  app.addHook('onClose', () => again.finish());
  const news = openNews(casefile);
  const workers = options.workers ?? 1;
  const box = openDropBox((paths, how) => readPile(paths, casefile, { workers, ...how }), news.reading);
  app.addHook('preClose', async () => news.close());
  app.addHook('onClose', () => box.close());
  eventRoutes(app, news, box);
  addRoutes(app, new ReadingRoom(casefile), options.who ?? userName(), again);
  isolationRoutes(app, options.isolation);
  docRoutes(app);
  await serveDesk(app, options.deskRoot);
  const port = await listen(app, host, options.port);
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  hosts.add(new URL(origin).host);
  if (host === '127.0.0.1' || host === '::1') hosts.add(`localhost:${port}`);
  const address = `${origin}/?token=${encodeURIComponent(options.token)}`;
  return { origin, address, close: () => app.close() };
}

function addRoutes(app: FastifyInstance, room: ReadingRoom, who: string, again: WorkAgain): void {
  caseRoutes(app, room, who);
  sourceRoutes(app, room);
  passageRoutes(app, room);
  statementRoutes(app, room);
  findingRoutes(app, room);
  identityRoutes(app, room);
  numberRoutes(app, room);
  timelineRoutes(app, room);
  networkRoutes(app, room);
  placeRoutes(app, room);
  originRoutes(app, room);
  quoteRoutes(app, room);
  searchRoutes(app, room);
  decisionRoutes(app, room, who, again);
  correctionRoutes(app, room, who, again);
  nameQueueRoutes(app, room, who, again);
}

async function listen(app: FastifyInstance, host: string, wished: number | undefined): Promise<number> {
  try {
    await app.listen({ host, port: wished ?? USUAL_PORT });
  } catch (cause) {
    if (wished !== undefined) {
      const message = `Port ${wished} of ${host} cannot be used. Choose another with --port, or none for any free one.`;
      throw new HearsayError('server/port-taken', message, { cause });
    }
    await app.listen({ host, port: 0 });
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'analyst';
  }
}
