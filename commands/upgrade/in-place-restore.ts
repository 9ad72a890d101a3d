import { statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { MeshctlError } from '../../src/errors.ts';
import { takeLock } from '../../src/install/index.ts';
import { connectWriter, keyOf, type ClusterWriter } from '../../src/kube/apply/index.ts';
import { titleOf } from '../../src/operator/diff/index.ts';
import {
  backupNames,
  forgetBackup,
  readBackup,
  restoreBackup,
  type InPlaceBackup,
} from '../../src/upgrade/in-place/index.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { isDryRun, readyTimeout, type InstallOptions } from '../install/install-options.ts';
import { connectOptions } from '../kube-options.ts';
import { manifestSource } from '../manifest/manifest-source.ts';

interface RestoreOptions extends InstallOptions {
  readonly restore: string | true;
}

/** `meshctl upgrade in-place --restore`. Gives the exit code. */
export async function runRestore(io: CommandIo, options: RestoreOptions): Promise<number> {
  const writer = await connectWriter(connectOptions(io, options));
  const { istioNamespace: namespace } = options;
  const { backup, isFolder } = await chosenBackup(io, writer, options);
  if (isDryRun(options)) {
    io.out(listOf(backup));
    return 0;
  }
  if (!(await confirm(io, questionOf(backup), options))) {
    io.note('nothing was written');
    return 1;
  }
  const lock = await takeLock(writer, namespace, `${userInfo().username}@${hostname()} (meshctl restore)`);
  try {
    const signal = AbortSignal.any([io.interrupt(), lock.signal]);
    await carryOut(io, writer, backup, { timeout: readyTimeout(options), signal });
    if (!isFolder) await forgetBackup(writer, namespace, backup.name);
  } finally {
    await lock.release().catch(() => undefined);
  }
  return 0;
}

const listOf = ({ objects }: InPlaceBackup): string =>
  objects.map(({ object, before }) => `${before === null ? '-' : '~'} ${titleOf(object)}\n`).join('');

function questionOf({ name, objects }: InPlaceBackup): string {
  const back = objects.filter(({ before }) => before !== null).length;
  return `Make ${back} objects what they were in ${name}, and delete ${objects.length - back} that were not there?`;
}

async function carryOut(
  io: CommandIo,
  writer: ClusterWriter,
  { name, objects }: InPlaceBackup,
  how: { readonly timeout: number; readonly signal: AbortSignal },
): Promise<void> {
  const counts = { restored: 0, deleted: 0, unchanged: 0, left: 0 };
  for await (const { object, outcome } of restoreBackup(writer, objects, how)) {
    counts[outcome] += 1;
    if (outcome !== 'unchanged') io.note(`${outcome} ${titleOf(object)}`);
  }
  const { restored, deleted, unchanged, left } = counts;
  io.out(
    `${name}: ${restored} objects restored, ${deleted} deleted, ${unchanged} unchanged, ${left} left as they are\n`,
  );
  if (left > 0) io.note('definitions of kinds and namespaces are left: objects of others depend on them');
  io.note('workloads keep their proxies until they restart');
}

interface Chosen {
  readonly backup: InPlaceBackup;
  readonly isFolder: boolean;
}

async function chosenBackup(
  io: CommandIo,
  writer: ClusterWriter,
  { restore, istioNamespace: namespace }: RestoreOptions,
): Promise<Chosen> {
  if (restore !== true && statSync(path.resolve(io.cwd, restore), { throwIfNoEntry: false }) !== undefined) {
    const objects = await manifestSource(io, restore);
    return {
      backup: { name: restore, objects: objects.map((before) => ({ object: keyOf(before), before })) },
      isFolder: true,
    };
  }
  const name = restore === true ? await onlyBackup(writer, namespace) : restore;
  const backup = await readBackup(writer, namespace, name);
  if (backup !== undefined) return { backup, isFolder: false };
  const names = await backupNames(writer.client, namespace);
  throw new MeshctlError('usage', `there is no backup ${JSON.stringify(name)}, and no such folder`, {
    hint: `these are there in ${namespace}: ${names.join(', ') || 'none'}`,
  });
}

async function onlyBackup({ client }: ClusterWriter, namespace: string): Promise<string> {
  const names = await backupNames(client, namespace);
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  throw new MeshctlError(
    'usage',
    names.length === 0 ? `there is no backup in the namespace ${namespace}` : 'there are several backups',
    {
      hint:
        names.length === 0 ? 'name the folder that --backup has written' : `name one: ${names.join(', ')}`,
    },
  );
}
