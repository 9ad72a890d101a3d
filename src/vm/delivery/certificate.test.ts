import { describe, expect, test } from 'vitest';
import { ansiblePlaybook } from './ansible-playbook.ts';
import { cloudInit } from './cloud-init.ts';
import { selfExtractingScript } from './self-extracting-script.ts';
import { deliveredSample } from './testing/delivered-sample.ts';
import { Machine } from './testing/machine.ts';

const certificate = { 'cert-chain.pem': 'a chain\n', 'key.pem': 'a key\n' };
const bundle = deliveredSample({ 'istio-token': '', ...certificate });
const places = ['/etc/certs/key.pem', '/etc/certs/cert-chain.pem'];

describe('a certificate that the bundle brings', () => {
  test('is put where the agent looks for it, for the agent alone', () => {
    const machine = new Machine({ bundle });
    const { code, err, out } = machine.install();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(places.map((place) => machine.read(place))).toEqual(['a key\n', 'a chain\n']);
    expect(places.map((place) => machine.mode(place))).toEqual(['600', '600']);
    expect(out.join('\n')).not.toContain('istio-token is empty');
  });

  test('is not put over the one that the agent has got since', () => {
    const machine = new Machine({ bundle });
    machine.install();
    machine.write('/etc/certs/cert-chain.pem', 'a later chain\n');
    const { out } = machine.install();
    expect(out).toContain('left /etc/certs/cert-chain.pem as it is');
    expect(out.at(-1)).toMatch(/^done: nothing to do/);
    expect(machine.read('/etc/certs/cert-chain.pem')).toBe('a later chain\n');
  });

  test('takes the place of the one before when it is another one', () => {
    const machine = new Machine({ bundle });
    machine.install();
    machine.give({ files: { ...bundle.files, 'cert-chain.pem': 'a new chain\n', 'key.pem': 'a new key\n' } });
    expect(machine.install().out).toContain('wrote /etc/certs/key.pem');
    expect(places.map((place) => machine.read(place))).toEqual(['a new key\n', 'a new chain\n']);
  });

  test('without its key nothing is installed', () => {
    const machine = new Machine({ bundle: deliveredSample({ 'cert-chain.pem': 'a chain\n' }) });
    const before = machine.everything();
    expect(machine.install()).toMatchObject({ code: 1 });
    expect(machine.everything()).toEqual(before);
  });

  test('goes with everything else when it is uninstalled', () => {
    const machine = new Machine({ bundle });
    machine.install();
    machine.install({ uninstall: true });
    expect(machine.everything().filter((line) => /cert|key/.test(line))).toEqual([]);
  });

  test('is in every way to the machine', () => {
    const base64 = Buffer.from('a key\n').toString('base64');
    expect(selfExtractingScript(bundle)).toContain(`base64 -d >"$bundle/key.pem" <<'END_OF_FILE'\n${base64}`);
    expect(cloudInit(bundle)).toContain('path: /run/meshctl-vm/key.pem');
    const { files } = ansiblePlaybook(bundle);
    expect(files['files/key.pem']).toBe('a key\n');
    expect(files['playbook.yaml']).toContain('            - key.pem\n');
    expect(ansiblePlaybook(deliveredSample()).files['playbook.yaml']).not.toContain('key.pem');
  });
});
