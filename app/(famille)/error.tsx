"use client";

import { ErrorPanel, type ErrorPanelProps } from "@/components/portal/chrome/error-panel";

export default function SectionError(props: ErrorPanelProps) {
  return <ErrorPanel {...props} />;
}
