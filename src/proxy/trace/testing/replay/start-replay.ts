import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { issue, type Issued } from '../../../../kube/testing/certificate.ts';
import type { JsonObject } from '../../../../resources/index.ts';
import type { ProxyDump } from '../../../dump/dump.ts';
import { startEnvoy } from '../../../testing/real-envoy.ts';
import type { TraceRequest } from '../../trace.ts';
import { echoServer, portOf } from '../echo-server.ts';
import { deliver } from './deliver.ts';
import { equivalentBootstrap } from './equivalent-bootstrap.ts';
import { originalHost } from './original-host.ts';
import type { Observation } from './stage.ts';

/** A real Envoy in place of the proxy of a dump, with echo servers in place of the mesh. */
export interface Replay {
  readonly bootstrap: JsonObject;
  readonly send: (request: TraceRequest) => Promise<string>;
  /** What Envoy says that it did, by the port of the client. Waits for those of `answered`. */
  readonly observations: (answered: readonly number[]) => Promise<ReadonlyMap<number, Observation>>;
  readonly stop: () => Promise<void>;
}

export async function startReplay(
  program: string,
  dump: ProxyDump,
  ports: readonly number[],
): Promise<Replay> {
  const folder = await mkdtemp(join(tmpdir(), 'meshctl-replay-'));
  const names = [...(dump.section('clusters')?.items() ?? [])].map(({ name }) => name);
  const servers = await Promise.all(names.map((name) => echoServer(name)));
  const originals = await originalServers(ports);
  const [entry, inboundEntry] = [await freePort(), await freePort()];
  const authority = issue({ name: 'authority', ca: true });
  const bootstrap = equivalentBootstrap(dump, {
    ...{ entry, inboundEntry, authority, log: join(folder, 'log') },
    server: issue({ name: 'server', issuer: authority }),
    echoes: Object.fromEntries(servers.map((server, index) => [names[index] ?? '', portOf(server)])),
  });
  const envoy = await startEnvoy(program, bootstrap, ['--file-flush-interval-msec', '50']);
  await ready(envoy.address);
  const identities = new Map<string, Issued>();
  return {
    bootstrap,
    send: (request) =>
      deliver(
        request.from === 'inbound' ? inboundEntry : entry,
        request,
        identityOf(request, { identities, authority }),
      ),
    observations: (answered) => readLog(join(folder, 'log'), answered),
    stop: async () => {
      await envoy.stop();
      for (const server of [...servers, ...originals]) server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Servers that connections to their original destination come to; where a port is taken there is none. */
async function originalServers(ports: readonly number[]): Promise<Server[]> {
  const started = ports
    .filter((port) => port >= 1024)
    .map((port) => echoServer(`${originalHost}:${port}`, port, originalHost).catch(() => undefined));
  return (await Promise.all(started)).filter((server) => server !== undefined);
}

async function freePort(): Promise<number> {
  const server = await echoServer('');
  const port = portOf(server);
  server.close();
  return port;
}

async function ready(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${address}/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('Envoy did not get ready');
}

function identityOf(
  { sourcePrincipal }: TraceRequest,
  { identities, authority }: { identities: Map<string, Issued>; authority: Issued },
): Issued | undefined {
  if (sourcePrincipal === undefined) return undefined;
  const known = identities.get(sourcePrincipal);
  const identity = known ?? issue({ name: 'client', addresses: [sourcePrincipal], issuer: authority });
  identities.set(sourcePrincipal, identity);
  return identity;
}

/** Waits until each answered request has its line, then a moment for those that were closed without answer. */
async function readLog(file: string, answered: readonly number[]): Promise<ReadonlyMap<number, Observation>> {
  let seen = new Map<number, Observation>();
  for (let tries = 0; tries < 100; tries += 1) {
    await sleep(100);
    const text = await readFile(file, 'utf8').catch(() => '');
    const lines = text.split('\n').slice(0, -1);
    seen = new Map(lines.map((line) => JSON.parse(line) as Observation).map((each) => [each.port, each]));
    if (tries > 10 && answered.every((port) => seen.has(port))) break;
  }
  return seen;
}
