import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { vmSandbox } from './testing/vm-sandbox.ts';

const revoke = ['revoke', 'web', '-n', 'shop'];

describe('vm revoke', () => {
  test('deletes the one VM that is named, and says what stays', async () => {
    const { ask, names } = await vmSandbox();
    const { code, out, err } = await ask([...revoke, '--address', '10.0.0.1', '-y']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^- WorkloadEntry shop\/web-10\.0\.0\.1\n\nstays: certificates[\s\S]*stays: tokens/,
      ),
    ]);
    expect(err).toContain('deleted WorkloadEntry shop/web-10.0.0.1');
    expect(names('WorkloadEntry')).toEqual(['web-10.0.0.2']);
  });

  test('deletes a group with its VMs and its identity', async () => {
    const { ask, names } = await vmSandbox();
    const { code } = await ask([...revoke, '--delete-group', '--delete-service-account', '-y']);
    expect([code, names('WorkloadEntry'), names('WorkloadGroup')]).toEqual([0, [], ['db']]);
    expect(names('ServiceAccount')).not.toContain('web');
  });

  test.each<[string, readonly string[], number]>([
    ['a dry run', ['--all', '--dry-run'], 0],
    ['nobody who confirms', ['--all'], 2],
    ['an address that is not there', ['--address', '10.9.9.9', '-y'], 3],
    ['no choice', ['-y'], 2],
    ['all and one', ['--all', '--address', '10.0.0.1', '-y'], 2],
  ])('deletes nothing for %s', async (_, words, expected) => {
    const { ask, names } = await vmSandbox();
    const { code } = await ask([...revoke, ...words]);
    expect([code, names('WorkloadEntry')]).toEqual([expected, ['web-10.0.0.1', 'web-10.0.0.2']]);
  });

  test('leaves an identity to others who have it', async () => {
    const metadata: JsonObject = { name: 'p', namespace: 'shop' };
    const spec = { serviceAccountName: 'web', containers: [{ name: 'a', image: 'a' }] };
    const { ask, names } = await vmSandbox([{ apiVersion: 'v1', kind: 'Pod', metadata, spec }]);
    const { code, err } = await ask([...revoke, '--all', '--delete-service-account', '-y']);
    expect([code, err]).toEqual([1, expect.stringContaining('others have the identity, too: Pod p')]);
    expect(names('WorkloadEntry')).toHaveLength(2);
  });

  test('a second run finds nothing more to delete', async () => {
    const { ask } = await vmSandbox();
    await ask([...revoke, '--all', '-y']);
    const { code, out } = await ask([...revoke, '--all', '-y']);
    expect([code, out]).toEqual([0, expect.stringContaining('Nothing is left to delete of shop/web')]);
  });

  test('the document is as its schema says, every field of it', async () => {
    const { ask } = await vmSandbox();
    const { out } = await ask([...revoke, '--all', '--now', '2030-05-01', '--dry-run', '-o', 'json']);
    const file = new URL('../../docs/schemas/vm-revocation-plan.json', import.meta.url);
    const closed = readFileSync(file, 'utf8').replaceAll(
      '"properties": {',
      '"additionalProperties": false, "properties": {',
    );
    const validate = new Ajv({ strict: false }).compile(JSON.parse(closed) as object);
    const document = JSON.parse(out) as JsonObject;
    validate(document);
    expect(validate.errors).toBeNull();
    expect(document).toMatchObject({
      outcome: 'planned',
      remains: [{ until: '2030-05-02T00:00:00.000Z' }, {}, {}],
    });
  });
});
