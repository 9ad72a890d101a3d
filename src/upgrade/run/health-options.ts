/** What counts as ill. */
export interface HealthOptions {
  /** Address of a Prometheus, such as `http://prometheus:9090`. Default: nobody is asked for errors of requests. */
  readonly prometheus?: string;
  /** Share of requests to what has moved that may fail with 5xx. Default: 0.05. */
  readonly maxErrorRate?: number;
  /** So often containers of what has moved may restart. Default: 0. */
  readonly maxRestarts?: number;
  /** Milliseconds between two looks. Default: 2000. */
  readonly interval?: number;
}

/** With what is not said filled in. */
export const healthOf = ({ prometheus, ...options }: HealthOptions = {}): FilledHealth => ({
  ...{ maxErrorRate: 0.05, maxRestarts: 0, interval: 2000 },
  ...options,
  ...(prometheus !== undefined && { prometheus }),
});

export type FilledHealth = Required<Omit<HealthOptions, 'prometheus'>> & Pick<HealthOptions, 'prometheus'>;
