import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ProxySource } from '../../src/proxy/source/index.ts';
import type { CommandIo } from '../command-io.ts';
import type { PodOptions } from '../pod-options.ts';
import { adminSourceAt } from './admin-source.ts';
import { fileSource } from './file-source.ts';
import { podSource } from './proxy-source.ts';

/**
 * What an argument names: the address of an admin interface, a file, `-` for standard input, or else a pod. What is
 * there as a file is one, and what looks like one is said to be missing.
 */
export async function diffSource(io: CommandIo, name: string, options: PodOptions): Promise<ProxySource> {
  const { requestTimeout } = options;
  if (/^https?:\/\//.test(name)) return adminSourceAt(io, { admin: name, requestTimeout });
  const isFile = name === '-' || looksLikeFile.test(name) || existsSync(path.resolve(io.cwd, name));
  return isFile ? fileSource(io, name) : podSource(io, name, options);
}

const looksLikeFile = /^[./~]|\.(json|gz|txt|ya?ml)$/i;
