import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { BundleFiles } from '../bundle/vm-bundle.ts';
import { ansiblePlaybook } from './ansible-playbook.ts';
import { cloudInit } from './cloud-init.ts';
import { installScript } from './install-script.ts';
import { selfExtractingScript } from './self-extracting-script.ts';
import { deliveredSample } from './testing/delivered-sample.ts';

const hostile = `X='"$(touch pwned)\`id\`{{ lookup('pipe', 'id') }}{% raw %}\n#cloud-config\nEND_OF_FILE\n\u2028ü\0'\n`;
const bundle = deliveredSample({ 'cluster.env': hostile, 'mesh.yaml': hostile });

interface UserData {
  readonly write_files: readonly {
    readonly path: string;
    readonly permissions: string;
    readonly encoding: string;
    readonly content: string;
  }[];
  readonly runcmd: readonly (readonly string[])[];
}

const userDataOf = (text: string): UserData => parse(text) as UserData;

test('user data carry the files as they are, for root alone', () => {
  const text = cloudInit(bundle);
  expect(text).toMatch(/^#cloud-config\n/);
  const files = userDataOf(text).write_files;
  expect(new Set(files.map(({ permissions, encoding }) => `${permissions} ${encoding}`))).toEqual(
    new Set(['0600 gz+b64']),
  );
  const texts = files.map(({ path, content }) => [
    path.replace('/run/meshctl-vm/', ''),
    gunzipSync(Buffer.from(content, 'base64')).toString(),
  ]);
  expect(Object.fromEntries(texts)).toEqual({
    ...bundle.files,
    'install.sh': installScript({ service: true, start: true }),
  });
});

test('user data of a usual bundle are within what clouds take', () => {
  expect(Buffer.byteLength(cloudInit(deliveredSample()))).toBeLessThan(16_384);
});

test.each([0, 1])('the command of user data removes the folder and ends as the script does: %i', (code) => {
  const place = mkdtempSync(join(tmpdir(), 'meshctl-vm-'));
  const folder = join(place, 'bundle');
  mkdirSync(folder);
  writeFileSync(join(folder, 'install.sh'), `echo "$1"; exit ${code}`);
  const [program = '', ...args] = userDataOf(cloudInit(bundle)).runcmd[0] ?? [];
  const ended = spawnSync(
    program,
    args.map((text) => text.replaceAll('/run/meshctl-vm', folder)),
    { encoding: 'utf8' },
  );
  expect(ended).toMatchObject({ status: code, stdout: `${folder}\n` });
  expect(statSync(folder, { throwIfNoEntry: false })).toBeUndefined();
  rmSync(place, { recursive: true });
});

test('a playbook has the files beside it, and nothing of them in it', () => {
  const { files } = ansiblePlaybook(bundle);
  expect(files['playbook.yaml']).toBe(ansiblePlaybook(deliveredSample()).files['playbook.yaml']);
  for (const [name, text] of Object.entries(bundle.files))
    expect(files[`files/${name as keyof BundleFiles}`]).toBe(text);
  const [play] = parse(files['playbook.yaml']) as [
    { tasks: [{ block: { loop?: string[]; no_log?: boolean }[] }] },
  ];
  const copy = play.tasks[0].block.find(({ loop }) => loop !== undefined);
  expect(copy).toMatchObject({ no_log: true, loop: ['install.sh', ...Object.keys(deliveredSample().files)] });
});

test('the same bundle gives the same bytes', () => {
  for (const render of [cloudInit, selfExtractingScript]) expect(render(bundle)).toBe(render(bundle));
});
