import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DeliveredBundle } from '../delivered-bundle.ts';
import { installScript, type InstallOptions } from '../install-script.ts';

/** What a script said and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly out: readonly string[];
  readonly err: string;
}

/** A folder that stands for the root of a machine, with the package of the agent. It goes with the test. */
export class Machine {
  readonly root: string;
  readonly folder: string;
  readonly #place: string;

  constructor({
    bundle,
    packaged = true,
  }: {
    readonly bundle: DeliveredBundle;
    readonly packaged?: boolean;
  }) {
    this.#place = mkdtempSync(join(tmpdir(), `meshctl vm'"$-`));
    onTestFinished(() => {
      rmSync(this.#place, { recursive: true, force: true });
    });
    this.root = join(this.#place, 'root');
    this.folder = join(this.#place, 'the bundle');
    this.write('/etc/hosts', '127.0.0.1 localhost\n::1 localhost # ours\n');
    this.write('/etc/passwd', 'root:x:0:0::/:/bin/sh\nistio-proxy:x:4711:4712::/var/lib/istio:/bin/sh\n');
    if (packaged)
      for (const program of ['pilot-agent', 'envoy', 'istio-start.sh'])
        chmodSync(this.write(`/usr/local/bin/${program}`, '#!/bin/sh\n'), 0o755);
    mkdirSync(this.folder);
    this.give(bundle);
  }

  /** Lays the files of a bundle where the script reads them. */
  give({ files }: DeliveredBundle): void {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(this.folder, name), text);
  }

  install(options: InstallOptions = {}, flags: readonly string[] = []): Run {
    return this.run(installScript(options), [...flags, '--root', this.root, this.folder]);
  }

  /** Runs a script as dash, or whatever `sh` is, would. */
  run(script: string, flags: readonly string[]): Run {
    const file = join(this.#place, 'script');
    writeFileSync(file, script);
    const scratch = join(this.#place, 'scratch');
    mkdirSync(scratch, { recursive: true });
    const env = { PATH: process.env.PATH, TMPDIR: scratch };
    const ended = spawnSync('sh', [file, ...flags], { encoding: 'utf8', env });
    if (readdirSync(scratch).length > 0) throw new Error(`left behind: ${readdirSync(scratch).join(' ')}`);
    const out = ended.stdout.replaceAll(this.root, '').trimEnd().split('\n');
    return { code: ended.status, out, err: ended.stderr.replaceAll(this.root, '') };
  }

  write(path: string, text: string): string {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  read(path: string): string | undefined {
    const file = join(this.root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  mode(path: string): string {
    return (lstatSync(join(this.root, path)).mode & 0o777).toString(8);
  }

  owner(path: string): string {
    const { uid, gid } = lstatSync(join(this.root, path));
    return `${uid}:${gid}`;
  }

  /** Everything below the root with what can be changed about it, times included. */
  everything(): readonly string[] {
    const all = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).sort();
    return all.map((path) => {
      const { mode, uid, gid, mtimeMs, ino } = lstatSync(join(this.root, path));
      return [path, mode.toString(8), uid, gid, mtimeMs, ino].join(' ');
    });
  }
}
