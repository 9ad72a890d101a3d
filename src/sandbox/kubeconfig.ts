/** A kubeconfig for the one cluster, with its certificate and the token of its administrator. JSON, which is YAML. */
export function kubeconfigText(server: string, certificate: string, token: string): string {
  const name = 'meshctl-sandbox';
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      clusters: [
        {
          name,
          cluster: { server, 'certificate-authority-data': Buffer.from(certificate).toString('base64') },
        },
      ],
      users: [{ name: 'sandbox-admin', user: { token } }],
      contexts: [{ name, context: { cluster: name, user: 'sandbox-admin', namespace: 'default' } }],
    },
    undefined,
    2,
  )}\n`;
}
