import { setTimeout as sleep } from 'node:timers/promises';
import { startEnvoy } from '../../../testing/real-envoy.ts';
import { echoServer, portOf } from '../echo-server.ts';
import { envoyBootstrap } from './envoy-config.ts';

/** A running Envoy with echo servers behind it. */
export interface Rig {
  /** Where it takes connections. */
  readonly entry: number;
  /** Port of each echo server, by the name it answers with. */
  readonly echoes: Readonly<Record<string, number>>;
  /** What Envoy says of itself, endpoints included. */
  readonly dump: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts the echo servers and Envoy, all at 127.0.0.1. `bootstrap` gets the port of entry and those of the echoes. */
export async function startRig(program: string, bootstrap = envoyBootstrap): Promise<Rig> {
  const names = ['a', 'b', 'c', 'raw'];
  const servers = await Promise.all(names.map((name) => echoServer(name)));
  const echoes = Object.fromEntries(servers.map((server, index) => [names[index] ?? '', portOf(server)]));
  const entry = await freePort();
  const envoy = await startEnvoy(program, bootstrap(entry, echoes));
  await ready(envoy.address);
  return {
    ...{ entry, echoes },
    dump: async () => (await fetch(`${envoy.address}/config_dump?include_eds=true`)).text(),
    stop: async () => {
      await envoy.stop();
      for (const server of servers) server.close();
    },
  };
}

async function ready(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${address}/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('Envoy did not get ready');
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = await echoServer('');
  const port = portOf(server);
  server.close();
  return port;
}
