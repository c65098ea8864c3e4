import type { ReactiveElement } from 'lit';

/** Registers an element once: a page may load it twice, by two bundles. The first one stays. */
export function define(name: string, element: CustomElementConstructor & typeof ReactiveElement): void {
  if (customElements.get(name)) return;
  element.addInitializer((made) => made.addController({ hostUpdate: () => emptied(made) }));
  customElements.define(name, element);
}

/** An element some of whose properties mean something where they are empty. */
interface Emptiable {
  readonly mayBeEmpty?: readonly PropertyKey[];
}

/** React and Svelte take a property away by `undefined`, Vue and templates of servers by an empty text. Here that is null. */
function emptied(element: ReactiveElement): void {
  const { elementProperties, mayBeEmpty = [] } = element.constructor as typeof ReactiveElement & Emptiable;
  for (const [name, { state }] of elementProperties) {
    const value: unknown = state ? null : Reflect.get(element, name);
    if (value === undefined || (value === '' && !mayBeEmpty.includes(name))) Reflect.set(element, name, null);
  }
}
