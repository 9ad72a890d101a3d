import type { VmGroup } from '../group/vm-group.ts';
import type { EntryState } from './entry-state.ts';

/** What the cluster tells of a VM that did not come. */
export interface SilenceFacts {
  /** Whether the cluster answers; if not, nothing below is of now. */
  readonly answers: boolean;
  readonly group: VmGroup;
  readonly entry: EntryState | undefined;
  /** Undefined, here and below, for what may not be asked. */
  readonly groupExists: boolean | undefined;
  readonly accountExists: boolean | undefined;
  readonly readyIstiods: number | undefined;
  readonly tokenExpired: boolean;
  /** Lines of the log of istiod since the wait began, as far as they can be had. */
  readonly log: readonly string[];
}

/** Why, and what to do. */
export interface Explanation {
  readonly reason: string;
  readonly hint: string;
}

/** The known failure that it most likely is, surest first. */
export function explainFailure(facts: SilenceFacts): Explanation {
  if (!facts.answers) return noAnswer;
  return byEntry(facts) ?? byCluster(facts) ?? byLog(facts) ?? silence;
}

const noAnswer: Explanation = {
  reason: 'the API server does not answer any more, so that nobody can tell what became of the VM',
  hint: 'see why, then run the same command again: it goes on from there',
};

function byEntry({ entry, group }: SilenceFacts): Explanation | undefined {
  if (entry === undefined) return undefined;
  if (!entry.connected)
    return {
      reason: 'the agent was connected, and is not any more; istiod will remove the entry',
      hint: 'see on the VM why it ended: `systemctl status istio`, /var/log/istio/istio.err.log',
    };
  if (entry.health === 'unknown')
    return {
      reason: 'the VM is connected, and its agent reports no health',
      hint: 'see whether mesh.yaml on the VM has the readinessProbe: /etc/istio/config/mesh; restart the unit after a change',
    };
  const probe =
    Object.keys(group.probe ?? {}).find((key) => /httpGet|tcpSocket|exec|grpc/.test(key)) ?? 'probe';
  return {
    reason: `the VM is connected, and its ${probe} probe fails`,
    hint: 'start the application, or correct spec.probe of the group and onboard again',
  };
}

function byCluster({ group, ...facts }: SilenceFacts): Explanation | undefined {
  const { namespace, name, serviceAccount } = group;
  if (facts.readyIstiods === 0)
    return { reason: 'no pod of istiod is ready', hint: 'see why: `meshctl verify`' };
  if (facts.groupExists === false)
    return {
      reason: `there is no WorkloadGroup ${namespace}/${name}: istiod refuses the connection (FailedPrecondition)`,
      hint: 'apply it; the agent tries again by itself',
    };
  if (facts.accountExists === false)
    return {
      reason: `there is no service account ${namespace}/${serviceAccount} any more: its tokens do not count (Unauthenticated)`,
      hint: 'run the same command again: it makes the account and a new token',
    };
  if (facts.tokenExpired)
    return {
      reason: 'the token has expired before the first start: istiod refuses it (Unauthenticated)',
      hint: 'run the same command again: it makes a new token; more time gives --token-duration',
    };
  return undefined;
}

function byLog({ log, group }: SilenceFacts): Explanation | undefined {
  const own = log.filter((line) => isAbout(line, group));
  const known = sayings.find(({ pattern }) => own.some((line) => pattern.test(line)));
  if (known !== undefined) return known;
  // Whose token it was, such lines cannot tell.
  return log.some((line) => refusal.test(line)) ? unauthenticated : undefined;
}

const isAbout = (line: string, { namespace, name, serviceAccount }: VmGroup): boolean =>
  line.includes(`${namespace}/${name}`) ||
  line.includes(`/ns/${namespace}/sa/${serviceAccount}`) ||
  line.includes(`${name}-`) ||
  line.includes(`${namespace}:${serviceAccount}`);

const refusal = /failed to authenticate|authentication failure|unauthenticated/i;

const unauthenticated: Explanation = {
  reason: 'istiod has refused somebody whose token or certificate does not count (Unauthenticated)',
  hint: 'if that was this VM, its token or the name of its cluster is wrong: `meshctl vm verify`, and run the same command again',
};

/** What istiod logs of VMs that it refuses. */
const sayings: readonly (Explanation & { readonly pattern: RegExp })[] = [
  { pattern: refusal, ...unauthenticated },
  {
    pattern:
      /(?:no|not|cannot) .*identit|identity .*(?:mismatch|not match)|PermissionDenied|Unauthorized XDS/i,
    reason: 'the VM has a certificate of another identity than it claims (PermissionDenied)',
    hint: 'the files on the VM belong to another group or service account: deliver them anew',
  },
  {
    pattern: /FailedPrecondition|(?:cannot|not) find.*group/i,
    reason: 'istiod did not know the group when the VM connected (FailedPrecondition)',
    hint: 'see that the group is applied; the agent tries again by itself',
  },
];

const silence: Explanation = {
  reason:
    'nothing of the VM has reached istiod: it is not started, or cannot find, reach or trust istiod (hosts, port 15012, root-cert.pem)',
  hint: 'see on the VM: `systemctl status istio`, /var/log/istio/istio.log; and try the way from there: `openssl s_client -connect <gateway>:15012`',
};
