import { objectIn, plainText, type JsonObject } from '../../json.ts';
import type { AccessAttributes } from '../../kube/apply/index.ts';
import { apiGroup } from '../../api-group.ts';

/** What any installation creates: that is asked for even when it is not known what is to be installed. */
export function usualQuestions(istioNamespace: string): readonly AccessAttributes[] {
  const rbac = 'rbac.authorization.k8s.io';
  const admission = 'admissionregistration.k8s.io';
  return [
    { resource: 'namespaces' },
    { group: rbac, resource: 'clusterroles' },
    { group: rbac, resource: 'clusterrolebindings' },
    { group: 'apiextensions.k8s.io', resource: 'customresourcedefinitions' },
    { namespace: istioNamespace, group: rbac, resource: 'roles' },
    { namespace: istioNamespace, resource: 'serviceaccounts' },
    { namespace: istioNamespace, resource: 'services' },
    { namespace: istioNamespace, group: 'apps', resource: 'deployments' },
    { namespace: istioNamespace, resource: 'configmaps' },
    { group: admission, resource: 'mutatingwebhookconfigurations' },
    { group: admission, resource: 'validatingwebhookconfigurations' },
  ].map((question) => ({ verb: 'create', version: 'v1', ...question }));
}

/** What writing objects needs: each kind once in each namespace. Server-side apply creates by `patch`, too. */
export function questionsAbout(
  objects: readonly JsonObject[],
  verbs: readonly string[] = ['create', 'patch'],
): readonly AccessAttributes[] {
  const questions = new Map<string, AccessAttributes>();
  for (const object of objects) {
    const group = apiGroup(plainText(object.apiVersion));
    const namespace = plainText(objectIn(object, 'metadata').namespace);
    for (const verb of verbs) {
      const question = {
        verb,
        ...(group !== '' && { group }),
        version: plainText(object.apiVersion).replace(/.*\//, ''),
        resource: resourceOf(plainText(object.kind)),
        ...(namespace !== '' && { namespace }),
      };
      questions.set(questionId(question), question);
    }
  }
  return [...questions.values()];
}

/** Questions without those that were asked before in them. */
export function withoutRepeats(questions: readonly AccessAttributes[]): readonly AccessAttributes[] {
  return [
    ...new Map(questions.toReversed().map((question) => [questionId(question), question])).values(),
  ].toReversed();
}

const questionId = ({ verb, group = '', resource, namespace = '' }: AccessAttributes): string =>
  JSON.stringify([verb, group, resource, namespace]);

/** The plural by which the API has a kind: that of every kind that is installed is regular. */
function resourceOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name.endsWith('y')) return `${name.slice(0, -1)}ies`;
  return name.endsWith('s') ? `${name}es` : `${name}s`;
}
