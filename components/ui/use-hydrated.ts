import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and until the browser has taken over: what needs JavaScript waits for it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
