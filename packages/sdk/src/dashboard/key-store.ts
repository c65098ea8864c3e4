const NAME = 'leadstage-key';

/** As much of `sessionStorage` and `localStorage` as is used. A browser may forbid either, which throws. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where the key is kept between two loads of the page: in this tab, or on this computer. */
export interface KeyStore {
  read(): string | null;
  /** @param stays on this computer, until somebody signs out */
  keep(key: string, stays: boolean): void;
  forget(): void;
}

/** @param tab ends with the tab @param computer stays; each is asked for anew, for the asking may fail */
export function keyStore(tab: () => Store, computer: () => Store): KeyStore {
  const read = (store: () => Store) => attempt(() => store().getItem(NAME)) ?? null;
  const forget = () => {
    for (const store of [tab, computer]) attempt(() => store().removeItem(NAME));
  };
  return {
    read: () => read(tab) ?? read(computer),
    keep(key, stays) {
      forget();
      attempt(() => (stays ? computer : tab)().setItem(NAME, key));
    },
    forget,
  };
}

/** Without storage one is signed in until the page is left. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
