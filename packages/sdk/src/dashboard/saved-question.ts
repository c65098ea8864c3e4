import type { LeadstageClient } from '@leadstage/sdk';

/** A client that asks every report with what a saved question says, whatever else an element would ask. */
export function askedAs(client: LeadstageClient, question: object): LeadstageClient {
  const as = <Input>(input: Input): Input => ({ ...input, ...question });
  return {
    ...client,
    acceptance: (input, options) => client.acceptance(as(input), options),
    cost: (input, options) => client.cost(as(input), options),
    diagnosis: (input, options) => client.diagnosis(as(input), options),
    funnel: (input, options) => client.funnel(as(input), options),
    sla: (input, options) => client.sla(as(input), options),
    standardMetrics: (input, options) => client.standardMetrics(as(input), options),
    velocity: (input, options) => client.velocity(as(input), options),
  };
}
