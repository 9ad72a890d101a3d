import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { registeredWith } from './entries-of-group.ts';

/** What a VM can still do after it was revoked. */
export interface VmRemains {
  readonly what: 'certificate' | 'token' | 'registration';
  readonly message: string;
  /** When it ends, with the usual settings, for a VM that is switched off now; absent where nothing ends it. */
  readonly until?: string;
  /** How to end it sooner. */
  readonly hint: string;
}

interface Revoked {
  readonly group: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly chosen: readonly JsonObject[];
  readonly deleteGroup?: boolean;
  readonly deleteServiceAccount?: boolean;
  readonly now: Date;
}

const hour = 3_600_000;

/** What stays valid, and until when: a mesh cannot take back what it has signed. */
export const remainsOf = (revoked: Revoked): readonly VmRemains[] => [
  certificateRemains(revoked),
  ...tokenRemains(revoked),
  ...registrationRemains(revoked),
];

const later = ({ now }: Revoked, hours: number): string =>
  new Date(now.getTime() + hours * hour).toISOString();

const certificateRemains = (revoked: Revoked): VmRemains => ({
  what: 'certificate',
  message:
    'certificates that were issued stay valid until they end: 24 hours after the last one, unless SECRET_TTL of the VM says otherwise. None can be revoked, and a VM that still runs goes on renewing its own',
  until: later(revoked, 24),
  hint: `stop the agent on the VM or close its way to the gateway; an AuthorizationPolicy with DENY for the principal */ns/${revoked.namespace}/sa/${revoked.serviceAccount} shuts out all with this identity at once`,
});

function tokenRemains(revoked: Revoked): readonly VmRemains[] {
  const { deleteServiceAccount = false, namespace, serviceAccount } = revoked;
  if (deleteServiceAccount) return [];
  return [
    {
      what: 'token',
      message: `tokens of the service account ${namespace}/${serviceAccount} stay valid until they end: an hour after the last one, unless it was made with another --token-duration`,
      until: later(revoked, 1),
      hint: 'istiod refuses them at once when the service account is deleted: --delete-service-account',
    },
  ];
}

/** istiod makes the entry anew at the next connection, as long as there is the group. */
function registrationRemains({ chosen, deleteGroup = false, group }: Revoked): readonly VmRemains[] {
  const own = chosen.filter((entry) => registeredWith(entry) !== '');
  if (own.length === 0 || deleteGroup) return [];
  const here = own.filter((entry) => isConnected(entry)).length;
  const now = here === 0 ? '' : `; ${here === 1 ? 'one of them is' : `${here} of them are`} connected now`;
  return [
    {
      what: 'registration',
      message: `VMs that registered themselves do so again as soon as their agents connect anew${now}`,
      hint: `stop the agents first, or delete the group ${group}, too: --delete-group`,
    },
  ];
}

function isConnected(entry: JsonObject): boolean {
  const annotations = objectIn(entry, 'metadata', 'annotations');
  const [on, off] = ['connectedAt', 'disconnectedAt'].map((key) => plainText(annotations[`istio.io/${key}`]));
  return on !== '' && off === '';
}
