import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { FactorReminder } from "./factor-reminder-card";
import { town } from "@/town/town";

export function generateMetadata(): Metadata {
  return { title: { template: `%s – Agents ${town.ofName}`, default: `Agents ${town.ofName}` } };
}

/** Agents' pages. Each one asks for its proof itself. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <Frame>
      <FactorReminder />
      {children}
    </Frame>
  );
}
