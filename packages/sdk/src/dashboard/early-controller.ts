import type { LeadstageClient } from '@leadstage/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { judgedClient } from './judged-client.js';

/** Knows whether the page's period has only begun, so that its diagnosis is that of the last one. */
export class EarlyController implements ReactiveController {
  #early: { readonly period: string; readonly last: string } | null = null;
  readonly #clients = new WeakMap<LeadstageClient, LeadstageClient>();

  /** @param period of the page, as it is when something is asked */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly period: () => string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** The client for the reports of the page; the same one for the same. */
  over(client: LeadstageClient): LeadstageClient {
    const known = this.#clients.get(client);
    if (known) return known;
    const judged = judgedClient(client, (last) => this.#learn(last));
    this.#clients.set(client, judged);
    return judged;
  }

  /** The period that stands in for the page's; null where that one is judged itself, or nobody has asked. */
  last(): string | null {
    return this.#early?.period === this.period() ? this.#early.last : null;
  }

  #learn(last: string | null): void {
    this.#early = last === null ? null : { period: this.period(), last };
    this.host.requestUpdate();
  }
}
