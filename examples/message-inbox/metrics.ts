import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

/** `lag` is asked for when somebody reads the metrics. */
export const createMetrics = (lag: () => Promise<number>) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counter = <Label extends string>(name: string, help: string, ...labelNames: ReadonlyArray<Label>) =>
    new Counter({ name: `inbox_${name}_total`, help, labelNames, registers: [registry] })
  new Gauge({
    name: 'inbox_lag_seconds',
    help: 'For how long the oldest event has waited to be processed',
    registers: [registry],
    async collect() {
      // Where the database does not answer, the other figures still matter.
      this.set(await lag().catch(() => NaN))
    }
  })
  return {
    read: () => registry.metrics(),
    type: registry.contentType,
    received: counter('received', 'Callbacks that were read', 'command'),
    refused: counter('refused', 'Requests that were not accepted', 'reason'),
    decided: counter('decided', 'Decisions about messages before they were sent', 'decision'),
    late: counter('late', 'Decisions that came too late'),
    stored: counter('stored', 'Events that were stored'),
    lost: counter('lost', 'Events that were answered FAIL, and are in the log'),
    processed: counter('processed', 'Events that the archive has'),
    failed: counter('failed', 'Times that processing an event failed')
  }
}

export type Metrics = ReturnType<typeof createMetrics>
