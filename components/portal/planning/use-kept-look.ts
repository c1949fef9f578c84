import { useEffect, useEffectEvent, useRef } from "react";
import type { Day } from "@/lib/domain/day";
import type { Dispatch } from "./cell-box";
import { hrefAt, lookOf } from "./look-url";
import type { View } from "./span";

/**
 * Keeps what is shown in the page's address, and takes it from there when the router shows the page again as
 * it was first sent: after Back, the week that was left comes back.
 */
export function useKeptLook({
  schoolYearId,
  view,
  anchor,
  dispatch,
}: {
  schoolYearId: number;
  view: View;
  anchor: Day;
  dispatch: Dispatch;
}): void {
  const isShown = useRef(false);
  const takeUp = useEffectEvent(() => {
    const query = new URLSearchParams(window.location.search);
    const kept = lookOf((name) => query.get(name) ?? "");
    if (kept.anchor !== null && (kept.anchor !== anchor || kept.view !== view))
      dispatch({ type: "look", view: kept.view, anchor: kept.anchor });
  });
  useEffect(() => {
    if (!isShown.current) {
      isShown.current = true;
      takeUp();
      return;
    }
    const here = hrefAt(window.location.href, { schoolYearId, view, anchor });
    if (here !== window.location.href) window.history.replaceState(null, "", here);
  }, [schoolYearId, view, anchor]);
}
