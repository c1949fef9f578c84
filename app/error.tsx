"use client";

import { ErrorPanel, type ErrorPanelProps } from "@/components/portal/chrome/error-panel";

/** When the frame itself failed: the message stands alone. */
export default function RootError(props: ErrorPanelProps) {
  return (
    <main id="contenu" className="shell py-12">
      <ErrorPanel {...props} />
    </main>
  );
}
