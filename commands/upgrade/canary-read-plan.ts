import { createReadStream } from 'node:fs';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import { isObject, withoutKey } from '../../src/json.ts';
import { requirePlan } from '../../src/upgrade/check/index.ts';
import type { UpgradePlan } from '../../src/upgrade/index.ts';
import type { CommandIo } from '../command-io.ts';

/**
 * Reads what `meshctl upgrade plan -o json` wrote; `-` is standard input.
 *
 * @throws {MeshctlError} `input` when it is no such plan.
 */
export async function readPlan(io: CommandIo, file: string): Promise<UpgradePlan> {
  const plan = parsed(await textOf(io, file), file);
  try {
    requirePlan(plan);
    return plan;
  } catch (error) {
    throw noPlan(file, messageOf(error));
  }
}

async function textOf(io: CommandIo, file: string): Promise<string> {
  try {
    const bytes = file === '-' ? io.stdin() : createReadStream(path.resolve(io.cwd, file));
    return await boundedText(bytes);
  } catch (error) {
    throw noPlan(file, messageOf(error));
  }
}

async function boundedText(parts: AsyncIterable<Buffer | string>): Promise<string> {
  const read: Buffer[] = [];
  let size = 0;
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > mostBytes) throw new RangeError(`it is larger than ${mostBytes / mebibyte} MiB`);
    read.push(bytes);
  }
  return Buffer.concat(read).toString('utf8');
}

const mebibyte = 1024 * 1024;

/** Plans of thousands of namespaces are smaller. */
const mostBytes = 64 * mebibyte;

function parsed(text: string, file: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return isObject(read) ? withoutKey(read, 'apiVersion') : read;
  } catch (error) {
    throw noPlan(file, messageOf(error));
  }
}

const noPlan = (file: string, reason: string): MeshctlError =>
  new MeshctlError('input', `${file} is no plan of an upgrade`, {
    reason,
    hint: 'write one with `meshctl upgrade plan -o json > plan.json`',
  });
