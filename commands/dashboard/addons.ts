/** A web interface that runs in the cluster beside the mesh. */
export interface Addon {
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  /** Labels of its pods. */
  readonly selector: string;
  readonly port: number;
  /** Where its pages begin. */
  readonly path: string;
}

/** Labels, ports and paths as in the samples of Istio's `samples/addons`. */
export const addons: readonly Addon[] = [
  { name: 'kiali', title: 'Kiali', selector: 'app=kiali', port: 20_001, path: '/kiali' },
  { name: 'grafana', title: 'Grafana', selector: 'app.kubernetes.io/name=grafana', port: 3000, path: '' },
  { name: 'jaeger', title: 'Jaeger', selector: 'app=jaeger', port: 16_686, path: '' },
  { name: 'zipkin', title: 'Zipkin', selector: 'app=zipkin', port: 9411, path: '' },
  {
    name: 'prometheus',
    title: 'Prometheus',
    selector: 'app.kubernetes.io/name=prometheus',
    port: 9090,
    path: '',
  },
  { name: 'skywalking', title: 'SkyWalking', selector: 'app=skywalking-ui', port: 8080, path: '' },
];
