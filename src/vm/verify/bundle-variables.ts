/** The variables of cluster.env; undefined when they cannot be told. */
export type Variables = ReadonlyMap<string, string> | undefined;

/** Whom the VM claims to be. The start script takes `default` for a namespace that nobody says. */
export function identityIn(variables: Variables): {
  readonly namespace: string | undefined;
  readonly serviceAccount: string | undefined;
} {
  if (variables === undefined) return { namespace: undefined, serviceAccount: undefined };
  const account = variables.get('SERVICE_ACCOUNT');
  return {
    namespace: variables.get('POD_NAMESPACE') ?? variables.get('ISTIO_NAMESPACE') ?? 'default',
    serviceAccount: account === '' ? undefined : account,
  };
}
