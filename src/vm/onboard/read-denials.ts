import type { ClusterChange } from '../../changes/index.ts';
import { ApiError } from '../../kube/index.ts';
import { mayI, type Access, type AccessAttributes, type ClusterWriter } from '../../kube/apply/index.ts';
import type { VmGroup } from '../group/vm-group.ts';
import type { Denial } from './onboarding-facts.ts';

/** Asks whether all that an onboarding does is permitted, and gives what is not. */
export async function readDenials(
  writer: Pick<ClusterWriter, 'create'>,
  { namespace, serviceAccount }: VmGroup,
  changes: readonly ClusterChange[],
  { hasToken, signal }: { readonly hasToken: boolean; readonly signal?: AbortSignal },
): Promise<readonly Denial[]> {
  const how = signal === undefined ? {} : { signal };
  const token = { verb: 'create', resource: 'serviceaccounts', subresource: 'token', name: serviceAccount };
  const questions: readonly AccessAttributes[] = [
    ...(hasToken ? [] : [token]),
    ...changes.filter(({ action }) => action !== 'unchanged').flatMap(({ object }) => writesOf(object.kind)),
  ];
  const answers = await Promise.all(
    questions.map(async (question) => ({
      question,
      access: await answered(mayI(writer, { ...question, namespace }, how)),
    })),
  );
  return answers
    .filter(({ access }) => !access.allowed)
    .map(({ question, access: { reason } }) => ({ ...denialOf(question), ...(reason && { reason }) }));
}

/** Server-side apply is a patch, and a create where nothing is. */
function writesOf(kind: string): readonly AccessAttributes[] {
  const of =
    kind === 'ServiceAccount'
      ? { resource: 'serviceaccounts' }
      : { group: 'networking.istio.io', resource: 'workloadgroups' };
  return [
    { verb: 'create', ...of },
    { verb: 'patch', ...of },
  ];
}

/** A cluster that does not answer such questions will say no itself. */
async function answered(answer: Promise<Access>): Promise<Access> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && [403, 404].includes(error.status)) return { allowed: true };
    throw error;
  }
}

function denialOf({ verb, resource, subresource, group }: AccessAttributes): Denial {
  const name = `${resource}${group === undefined ? '' : `.${group}`}`;
  if (subresource === 'token')
    return { what: 'request a token of the service account', rule: `${verb} ${name}/token` };
  return { what: `${verb} ${name}`, rule: `${verb} ${name}` };
}
