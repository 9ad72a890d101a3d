import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { MeshctlError, messageOf } from '../../src/errors.ts';
import { isObject, withoutKey, type JsonObject } from '../../src/json.ts';
import type { UpgradePlan } from '../../src/upgrade/upgrade-plan.ts';
import type { CommandIo } from '../command-io.ts';

/**
 * Reads what `meshctl upgrade plan -o json` wrote; `-` is standard input.
 *
 * @throws {MeshctlError} `input` when it is no such plan.
 */
export async function readPlan(io: CommandIo, file: string): Promise<UpgradePlan> {
  const plan = planIn(await textOf(io, file), file);
  if (!isPlan(plan)) throw noPlan(file, 'it is another document');
  return plan;
}

async function textOf(io: CommandIo, file: string): Promise<string> {
  if (file !== '-')
    return readFile(path.resolve(io.cwd, file), 'utf8').catch((error: unknown) => {
      throw noPlan(file, messageOf(error));
    });
  const parts: string[] = [];
  for await (const part of io.stdin()) parts.push(String(part));
  return parts.join('');
}

function planIn(text: string, file: string): JsonObject {
  try {
    const read: unknown = JSON.parse(text);
    return isObject(read) ? withoutKey(read, 'apiVersion') : {};
  } catch (error) {
    throw noPlan(file, messageOf(error));
  }
}

/** What is in the steps is checked against the cluster before each. */
const isPlan = (value: JsonObject | UpgradePlan): value is UpgradePlan =>
  value.kind === 'UpgradePlan' &&
  value.schemaVersion === 1 &&
  Array.isArray(value.steps) &&
  isObject(value.from) &&
  isObject(value.to) &&
  typeof value.istioNamespace === 'string';

const noPlan = (file: string, reason: string): MeshctlError =>
  new MeshctlError('input', `${file} is no plan of an upgrade`, {
    reason,
    hint: 'write one with `meshctl upgrade plan -o json > plan.json`',
  });
