import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import type { JsonObject } from '../../src/json.ts';
import type { UpgradeRequest, WaveRequest } from '../../src/upgrade/plan/index.ts';
import type { CommandIo } from '../command-io.ts';
import { millisecondsOf } from '../request-timeout.ts';
import { readSpec } from '../spec-options.ts';
import type { PlanOptions } from './plan-options.ts';

/** Reads what the flags wish for. */
export async function planRequest(io: CommandIo, options: PlanOptions): Promise<UpgradeRequest> {
  const { to, revision, fromRevision, wave, soak } = options;
  const spec = await askedSpec(io, options);
  return {
    ...(to !== undefined && { to }),
    ...(revision !== undefined && { revision }),
    ...(fromRevision !== undefined && { from: fromRevision }),
    ...(spec && { spec }),
    ...(wave.length > 0 && { waves: wave.map((text) => waveIn(io, text)) }),
    soakSeconds: Math.round(millisecondsOf(soak) / 1000),
    now: new Date(),
  };
}

/** Undefined when no flag speaks of it. */
async function askedSpec(io: CommandIo, options: PlanOptions): Promise<JsonObject | undefined> {
  const { filename, set, profile, manifests } = options;
  const some = filename.length + set.length > 0 || profile !== undefined || manifests !== undefined;
  return some ? (await readSpec(io, options)).asked : undefined;
}

/** `10%`, `@file`, or a selector of labels. */
function waveIn(io: CommandIo, text: string): WaveRequest {
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  if (percent !== undefined) return { percent: Number(percent) };
  if (/^[\d.]+$/.test(text))
    throw new MeshctlError('usage', `the wave "${text}" is neither a share nor a selector of labels`, {
      hint: `write ${text}% for a share of the namespaces`,
    });
  if (!text.startsWith('@')) return { selector: text };
  const file = text.slice(1);
  if (file === '')
    throw new MeshctlError('usage', 'the wave "@" names no file', { hint: 'write @names.txt' });
  const names = namesIn(io, file);
  const odd = names.find((name) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name));
  if (odd === undefined) return { namespaces: names };
  throw new MeshctlError(
    'input',
    `${file} has a line that names no namespace: ${JSON.stringify(odd.slice(0, 40))}`,
    {
      hint: 'give a name in each line',
    },
  );
}

function namesIn(io: CommandIo, file: string): readonly string[] {
  try {
    const lines = readFileSync(path.resolve(io.cwd, file), 'utf8').split(/\r?\n/);
    return lines.map((line) => line.replace(/#.*/, '').trim()).filter((name) => name !== '');
  } catch (cause) {
    throw new MeshctlError('input', `cannot read the wave in ${file}`, { reason: messageOf(cause), cause });
  }
}
