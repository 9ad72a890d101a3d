import { MeshctlError } from '../errors.ts';
import { objectIn, plainText, type Json, type JsonObject } from '../json.ts';
import { ApiError } from '../kube/index.ts';
import { KindNotServed, keyOf, type ClusterWriter } from '../kube/apply/index.ts';

/** A lock on the control planes of a namespace, as long as it is held. */
export interface InstallLock {
  /** Aborts when the lock is lost, with what to say then. */
  readonly signal: AbortSignal;
  /** Gives the lock back. */
  readonly release: () => Promise<void>;
}

/** What is locked, and for how long a holder may be silent. */
export interface LockOptions {
  /** Of the Lease. Default: `meshctl-install`. */
  readonly name?: string;
  /** Whoever has not been heard of for so long is taken for dead. Default: 60. */
  readonly leaseSeconds?: number;
}

type LockWriter = Pick<ClusterWriter, 'create' | 'get' | 'patch' | 'delete'>;

const lockName = 'meshctl-install';
const usualSeconds = 60;

/**
 * Takes the lock of a namespace, which must exist: two installations that change the same control planes at once would
 * leave a mixture. It is a Lease (https://kubernetes.io/docs/concepts/architecture/leases/) that is there while it is
 * held. `holder` says who it is to others. On a cluster without Leases nothing is locked.
 *
 * @throws {LockHeld} that names who holds it.
 */
export async function takeLock(
  writer: LockWriter,
  namespace: string,
  holder: string,
  options: LockOptions = {},
): Promise<InstallLock> {
  const wanted = leaseOf(namespace, holder, options);
  try {
    return hold(writer, await acquired(writer, wanted, holder));
  } catch (error) {
    if (error instanceof KindNotServed) {
      return { signal: new AbortController().signal, release: () => Promise.resolve() };
    }
    throw error;
  }
}

/** Whether this is a lock whose holder is taken for dead. */
export const isLeftLock = (lease: JsonObject): boolean => keyOf(lease).name === lockName && isOver(lease);

function leaseOf(
  namespace: string,
  holder: string,
  { name = lockName, leaseSeconds = usualSeconds }: LockOptions,
): JsonObject {
  const now = microTime();
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name,
      namespace,
      labels: { 'app.kubernetes.io/managed-by': 'meshctl' },
    },
    spec: { holderIdentity: holder, leaseDurationSeconds: leaseSeconds, acquireTime: now, renewTime: now },
  };
}

/** The form of times in Leases. */
const microTime = (): string => new Date().toISOString().replace('Z', '000Z');

async function acquired(writer: LockWriter, wanted: JsonObject, holder: string): Promise<JsonObject> {
  try {
    return await writer.create(wanted);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 409) throw error;
  }
  const there = await writer.get(keyOf(wanted));
  if (there === undefined) return writer.create(wanted);
  if (!isOver(there)) throw new LockHeld(there);
  const { resourceVersion = '' } = objectIn(there, 'metadata');
  const patch = { metadata: { resourceVersion }, spec: objectIn(wanted, 'spec') };
  const taken = await writer.patch(keyOf(wanted), patch, { type: 'merge' });
  if (objectIn(taken, 'spec').holderIdentity !== holder) throw new LockHeld(taken);
  return taken;
}

function isOver(lease: JsonObject): boolean {
  const { renewTime, leaseDurationSeconds } = objectIn(lease, 'spec');
  const renewed = Date.parse(plainText(renewTime));
  return Number.isNaN(renewed) || renewed + secondsOf(leaseDurationSeconds) * 1000 < Date.now();
}

const secondsOf = (value: Json | undefined): number => (typeof value === 'number' ? value : usualSeconds);

/** Somebody else has the lock. */
export class LockHeld extends MeshctlError {
  constructor(lease: JsonObject) {
    const { holderIdentity, acquireTime, renewTime, leaseDurationSeconds } = objectIn(lease, 'spec');
    const { name, namespace } = objectIn(lease, 'metadata');
    super('environment', 'somebody else changes this control plane at the moment', {
      reason: `${plainText(holderIdentity)} has done so since ${plainText(acquireTime)}, and was last heard of at ${plainText(renewTime)}`,
      hint: `wait until that is done and try again; what has not been heard of for ${secondsOf(leaseDurationSeconds)} s is passed over (Lease ${plainText(namespace)}/${plainText(name)})`,
    });
    this.name = 'LockHeld';
  }
}

/** Tells from time to time that the holder is alive. */
function hold(writer: LockWriter, lease: JsonObject): InstallLock {
  const lost = new AbortController();
  const uid = plainText(objectIn(lease, 'metadata').uid);
  const pause = (secondsOf(objectIn(lease, 'spec').leaseDurationSeconds) * 1000) / 4;
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    timer = setTimeout(renew, pause).unref();
  };
  const renew = (): void => {
    renewed(writer, lease, uid).then(later, (cause: unknown) => {
      lost.abort(lockLost(cause));
    });
  };
  later();
  return {
    signal: lost.signal,
    release: async () => {
      clearTimeout(timer);
      if (!lost.signal.aborted) await writer.delete(keyOf(lease), { uid, propagation: 'Background' });
    },
  };
}

async function renewed(writer: LockWriter, lease: JsonObject, uid: string): Promise<void> {
  const patch = { metadata: { uid }, spec: { renewTime: microTime() } };
  const now = await writer.patch(keyOf(lease), patch, { type: 'merge' });
  if (objectIn(now, 'spec').holderIdentity !== objectIn(lease, 'spec').holderIdentity)
    throw new LockHeld(now);
}

const lockLost = (cause: unknown): MeshctlError =>
  new MeshctlError('environment', 'the lock on this control plane is lost', {
    reason: 'somebody else took or deleted it, or the cluster did not answer for long',
    hint: 'see what else changes this control plane, and run the same command again',
    cause,
  });
