import { createPublicKey } from 'node:crypto';
import { issue, type CertificateRequest } from '../../../../kube/testing/certificate.ts';
import { renderVmBundle } from '../../../bundle/render-bundle.ts';
import { sampleFacts, sampleGroup } from '../../../testing/sample-vm.ts';
import type { HttpAnswer, MachineState, Place } from '../machine-state.ts';

/** The moment at which the sample is judged: half a day after its certificate was made. */
export const machineNow = new Date('2030-05-01T12:00:00Z');
const uid = 4711;
const gid = 4712;

const root = issue({ name: 'mesh', ca: true, notAfter: new Date('2040-01-01T00:00:00Z') });
export const identity = 'spiffe://cluster.local/ns/shop/sa/web';

/** A certificate of the sample with its public key, as texts of a machine. */
export function certificateTexts(over: Partial<CertificateRequest> = {}): readonly [string, string][] {
  const leaf = issue({
    name: 'web',
    addresses: [identity],
    issuer: root,
    notAfter: new Date('2060-05-02T00:00:00Z'),
    ...over,
  });
  const key = createPublicKey(leaf.key).export({ type: 'spki', format: 'pem' }).toString();
  return [
    ['/etc/certs/cert-chain.pem', leaf.certificate],
    ['public-key', key],
  ];
}

const group = sampleGroup();
const facts = sampleFacts({ revision: 'canary', rootCertificate: root.certificate });
const { files } = renderVmBundle(group, facts, { autoRegister: true });
const own = (mode: number, folder = false): Place => ({ mode, uid, gid, folder });
const ofRoot = (mode: number): Place => ({ mode, uid: 0, gid: 0, folder: false });
const ok = (body: unknown): HttpAnswer => ({
  status: 200,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const sample = { group, facts, files, istiod: 'istiod-canary.istio-system.svc' };
export const certsOf = (uri: string, expires: string): HttpAnswer =>
  ok({ certificates: [{ cert_chain: [{ subject_alt_names: [{ uri }], expiration_time: expires }] }] });

/** A machine that is in the mesh, and whose token is long gone. */
export const goodMachine: MachineState = {
  clockAhead: 1,
  user: { uid, gid },
  certificates: '/etc/certs',
  places: new Map([
    ['/usr/local/bin/pilot-agent', ofRoot(0o755)],
    ['/usr/local/bin/envoy', ofRoot(0o755)],
    ['/usr/local/bin/istio-start.sh', ofRoot(0o755)],
    ['/var/lib/istio/envoy/envoy_bootstrap_tmpl.json', ofRoot(0o644)],
    ['/etc/certs', own(0o755, true)],
    ['/etc/istio/proxy', own(0o755, true)],
    ['/var/lib/istio/envoy/cluster.env', own(0o644)],
    ['/etc/istio/config/mesh', own(0o644)],
    ['/etc/certs/root-cert.pem', own(0o600)],
    ['/etc/certs/cert-chain.pem', own(0o600)],
    ['/etc/certs/key.pem', own(0o600)],
  ]),
  texts: new Map([
    ['/etc/hosts', `127.0.0.1 localhost\n::1 localhost # ours\n# meshctl vm: begin\n${files.hosts}`],
    ['/var/lib/istio/envoy/cluster.env', files['cluster.env']],
    ['/etc/istio/config/mesh', files['mesh.yaml']],
    ['/etc/certs/root-cert.pem', root.certificate],
    ...certificateTexts(),
  ]),
  version: '1.31.0',
  unit: { present: true, enabled: 'enabled', active: 'active' },
  listeners: [
    { port: 22, uid: 0 },
    { port: 15000, uid },
    { port: 15021, uid },
  ],
  lookups: new Map([[sample.istiod, ['203.0.113.10']]]),
  reached: new Map([[sample.istiod, 52]]),
  answers: {
    ready: ok(''),
    server: ok({ state: 'LIVE', version: 'c0ffee/1.40.0/Clean/RELEASE/BoringSSL' }),
    stats: ok(
      'control_plane.connected_state: 1\ncontrol_plane.identifier: "{&quot;Component&quot;:&quot;istiod&quot;,&quot;ID&quot;:&quot;istiod-7f-abc&quot;}"\n',
    ),
    certs: certsOf(identity, '2030-05-02T00:00:00Z'),
  },
};

/** The same with other texts of files; undefined for files that are not there. */
export function withTexts(
  texts: readonly (readonly [string, string | undefined])[],
  state: MachineState = goodMachine,
): MachineState {
  const all = new Map(state.texts);
  for (const [path, text] of texts) {
    if (text === undefined) all.delete(path);
    else all.set(path, text);
  }
  return { ...state, texts: all };
}

/** The same with other owners or modes; undefined for what is not there. */
export function withPlaces(
  places: Readonly<Record<string, Partial<Place> | undefined>>,
  state: MachineState = goodMachine,
): MachineState {
  const all = new Map(state.places);
  for (const [path, place] of Object.entries(places)) {
    if (place === undefined) all.delete(path);
    else all.set(path, { ...(all.get(path) ?? own(0o600)), ...place });
  }
  return { ...state, places: all };
}
