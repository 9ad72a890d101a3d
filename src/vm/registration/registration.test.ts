import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { sampleGroup } from '../testing/sample-vm.ts';
import { entryState, type EntryState } from './entry-state.ts';
import { explainFailure, type SilenceFacts } from './explain-failure.ts';
import { judgeRegistration, type AwaitedVm } from './judge-registration.ts';

const probed = sampleGroup({ template: {}, probe: { httpGet: { port: 8080 } } });
const connectedAt = '2030-05-01T12:00:00Z';

function entryObject(annotations: JsonObject, health?: string, message = ''): JsonObject {
  const conditions = [{ type: 'Healthy', status: health ?? '', message }];
  return {
    metadata: {
      name: 'web-10.0.0.7',
      annotations: { 'istio.io/autoRegistrationGroup': 'web', ...annotations },
    },
    spec: { address: '10.0.0.7' },
    ...(health !== undefined && { status: { conditions } }),
  };
}
const on = { 'istio.io/connectedAt': connectedAt };
const off = { ...on, 'istio.io/disconnectedAt': connectedAt };
const entryOf = (...of: Parameters<typeof entryObject>): EntryState => entryState(entryObject(...of));
const vmOf = (over: Partial<AwaitedVm> = {}): AwaitedVm => ({
  group: sampleGroup(),
  addresses: [],
  before: [],
  ...over,
});

describe('a VM is in the mesh', () => {
  const group = probed;
  const other = { ...entryOf(on), address: '10.0.0.8' };
  test.each<[string, EntryState, AwaitedVm]>([
    ['when it is registered and connected', entryOf(on), vmOf()],
    ['when it is also healthy, with a probe', entryOf(on, 'True'), vmOf({ group })],
    ['when health is told, and nobody asked', entryOf(on, 'False'), vmOf()],
    [
      'when it was, and has the address that was said',
      entryOf(on),
      vmOf({ address: '10.0.0.7', before: [entryOf(on)] }),
    ],
    [
      'when it was, and is reached at its address',
      entryOf(on),
      vmOf({ addresses: ['10.0.0.7'], before: [entryOf(on)] }),
    ],
    [
      'when it was, and has connected again',
      entryOf(on),
      vmOf({ before: [entryOf({ 'istio.io/connectedAt': '2030-04-01T12:00:00Z' })] }),
    ],
  ])('%s', (_, entry, vm) => {
    expect(judgeRegistration([entry], vm)).toEqual({ ready: true });
  });

  test.each<[string, EntryState, AwaitedVm, RegExp]>([
    [
      'when only others are registered',
      entryOf(on),
      vmOf({ before: [entryOf(on)] }),
      /^a new WorkloadEntry of the group shop\/web/,
    ],
    [
      'when another address is',
      other,
      vmOf({ address: '10.0.0.7' }),
      /^WorkloadEntry web-10\.0\.0\.7 is not there/,
    ],
    [
      'when an IPv6 address of a network is not',
      other,
      vmOf({ address: '2001:db8::7', group: sampleGroup({ template: { network: 'vms' } }) }),
      /^WorkloadEntry web-2001-db8--7-vms is not there/,
    ],
    ['when it belongs to another group', { ...entryOf(on), group: 'db' }, vmOf(), /not there/],
    ['when it is not connected any more', entryOf(off), vmOf(), /not connected/],
    ['when its health is not known, with a probe', entryOf(on), vmOf({ group }), /not reported/],
    [
      'when it is not healthy',
      entryOf(on, 'False', 'connection refused'),
      vmOf({ group }),
      /not healthy: connection refused/,
    ],
  ])('but not %s', (_, entry, vm, reason) => {
    const state = judgeRegistration([entry], vm);
    expect(state).toEqual({ ready: false, reason: expect.stringMatching(reason) as string });
  });
});

test('an entry belongs to the group that owns it', () => {
  const ownerReferences = [{ kind: 'WorkloadGroup', name: 'web' }];
  expect(entryState({ metadata: { ownerReferences } }).group).toBe('web');
});

describe('what went wrong', () => {
  const facts: SilenceFacts = {
    ...{
      answers: true,
      group: probed,
      entry: undefined,
      groupExists: true,
      accountExists: true,
      readyIstiods: 1,
    },
    ...{ tokenExpired: false, log: [] },
  };
  const identity = 'spiffe://cluster.local/ns/shop/sa/default';
  test.each<[string, Partial<SilenceFacts>, RegExp]>([
    ['nothing has come', {}, /nothing of the VM has reached istiod/],
    ['a cluster that is gone', { answers: false, entry: entryOf(on, 'False') }, /API server does not answer/],
    ['an agent that left', { entry: entryOf(off) }, /not any more/],
    ['no health', { entry: entryOf(on) }, /reports no health/],
    ['a probe that fails', { entry: entryOf(on, 'False') }, /httpGet probe fails/],
    ['no istiod', { readyIstiods: 0 }, /no pod of istiod is ready/],
    ['no group', { groupExists: false }, /no WorkloadGroup shop\/web.*FailedPrecondition/],
    ['no service account', { accountExists: false }, /no service account shop\/default/],
    ['a token that is over', { tokenExpired: true }, /token has expired/],
    [
      'a token that is refused',
      { log: ['Failed to authenticate client from 10.0.0.7: token'] },
      /does not count/,
    ],
    [
      'another identity',
      { log: [`Unauthorized XDS: 10.0.0.7 with identity ${identity}`] },
      /another identity/,
    ],
    [
      'a group that was not known',
      { log: ['auto-registration of web-vm failed: cannot find WorkloadGroup shop/web'] },
      /did not know the group/,
    ],
    ['lines about others', { log: ['Unauthorized XDS: /ns/books/sa/a', 'push done'] }, /nothing of the VM/],
    [
      'what may not be asked',
      { groupExists: undefined, accountExists: undefined, readyIstiods: undefined },
      /nothing of the VM has reached istiod/,
    ],
  ])('is told for %s', (_, over, reason) => {
    const said = explainFailure({ ...facts, ...over });
    expect(said.reason).toMatch(reason);
    expect(said.hint).not.toBe('');
  });
});
