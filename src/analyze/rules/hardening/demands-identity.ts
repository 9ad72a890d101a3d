import type { MeshObject } from '../../mesh-object.ts';

type Policy = MeshObject<'AuthorizationPolicy'>;
type Rule = NonNullable<Policy['spec']['rules']>[number];
type Source = NonNullable<NonNullable<Rule['from']>[number]['source']>;

/**
 * Whether policies together let in only clients whose certificate they look at, so that a client without mutual TLS is
 * refused: every ALLOW rule names identities, or a DENY rule refuses all who have none.
 */
export function demandsIdentity(policies: readonly Policy[]): boolean {
  const allowing = policies.filter(isAllow);
  if (policies.some(deniesAnonymous)) return true;
  return allowing.length > 0 && allowing.every(({ spec: { rules = [] } }) => rules.every(namesIdentity));
}

/** The default action is ALLOW. */
export const isAllow = ({ spec: { action = 'ALLOW' } }: Policy): boolean => action === 'ALLOW';

/** Whether a rule holds only for clients with some identity of the mesh. */
export const namesIdentity = ({ from = [], when = [] }: Rule): boolean =>
  (from.length > 0 && from.every(({ source = {} }) => hasIdentity(source))) ||
  when.some(({ key = '', values = [] }) => identityKeys.has(key) && values.length > 0);

const hasIdentity = ({ principals = [], namespaces = [], serviceAccounts = [] }: Source): boolean =>
  principals.length + namespaces.length + serviceAccounts.length > 0;

const identityKeys: ReadonlySet<string> = new Set([
  'source.principal',
  'source.namespace',
  'source.serviceAccount',
]);

const deniesAnonymous = ({ spec: { action, rules = [] } }: Policy): boolean =>
  action === 'DENY' &&
  rules.some(
    ({ from = [], to = [], when = [] }) =>
      to.length === 0 &&
      when.length === 0 &&
      from.some(({ source = {} }) =>
        [source.notPrincipals, source.notNamespaces].some((refused = []) => refused.length > 0),
      ),
  );
