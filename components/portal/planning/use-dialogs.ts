"use client";

import { useEffect, useEffectEvent, useState } from "react";

type Dialogs = Awaited<ReturnType<typeof loadDialogs>>;

async function loadDialogs() {
  const [{ PlanningDialogs }, { OtherDeviceDialog }, { Conflicts }] = await Promise.all([
    import("./planning-dialogs"),
    import("./other-device-dialog"),
    import("./conflicts"),
  ]);
  return { PlanningDialogs, OtherDeviceDialog, Conflicts };
}

/**
 * The dialogs, and what shows when somebody else changed something, weigh as much as a third of the
 * calendar and are not needed to show it: they come with the first gesture on the page, or when one is
 * wanted. Null until then.
 */
export function useDialogs(wanted: boolean, onFailure: () => void): Dialogs | null {
  const [dialogs, setDialogs] = useState<Dialogs | null>(null);
  const load = useEffectEvent(() => {
    if (dialogs) return;
    // Tried again at the next gesture; said only to those who wait for one.
    loadDialogs().then(setDialogs, () => wanted && onFailure());
  });

  useEffect(() => {
    if (wanted) load();
  }, [wanted]);

  useEffect(() => {
    const come = () => load();
    const gestures = ["pointerdown", "keydown"] as const;
    for (const gesture of gestures) window.addEventListener(gesture, come);
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, come);
    };
  }, []);

  return dialogs;
}
