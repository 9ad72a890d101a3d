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

/** By what the VM proves who it is: a token, until it has a certificate; one that it is given; or those of another agent. */
export function proofIn(variables: Variables): 'token' | 'certificate' | 'others' {
  const isSet = (name: string): boolean => (variables?.get(name) ?? '') !== '';
  if (isSet('WORKLOAD_IDENTITY_SOCKET_FILE') || isSet('CREDENTIAL_FETCHER_TYPE')) return 'others';
  const mounted = /^(1|t|true)$/i.test(variables?.get('FILE_MOUNTED_CERTS') ?? '');
  return mounted || (isSet('PROV_CERT') && isSet('OUTPUT_CERTS')) ? 'certificate' : 'token';
}
