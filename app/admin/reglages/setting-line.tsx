import type { ReactNode } from "react";
import { InnerLink } from "@/components/ui/inner-link";

/** A line of one of the town's lists: what it is, how it stands, and its place. */
export function SettingLine({
  icon,
  href,
  label,
  badges,
  facts,
  text,
  children,
}: {
  icon?: ReactNode;
  href: string;
  label: string;
  badges?: ReactNode;
  facts: readonly string[];
  /** What it says, where the line shows it. */
  text?: string;
  /** Its order buttons, where the list has an order. */
  children?: ReactNode;
}) {
  return (
    <li className="border-line bg-card shadow-rest flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-xl border p-[min(1rem,5vw)]">
      <div className="flex min-w-0 gap-3">
        {icon}
        <div className="min-w-0">
          <h2 className="text-lg">
            <InnerLink href={href} className="text-link min-h-target inline-flex items-center">
              {label}
            </InnerLink>
          </h2>
          <p className="text-muted text-sm">{inOneLine(facts)}</p>
          {text ? <p className="measure mt-1 wrap-anywhere whitespace-pre-line">{text}</p> : null}
          {badges ? <p className="mt-1 flex flex-wrap gap-1">{badges}</p> : null}
        </div>
      </div>
      {children}
    </li>
  );
}

/** "Un enfant, valable 12 mois, un agent l’examine". */
function inOneLine(facts: readonly string[]): string {
  const line = facts.join(", ");
  return line.replace(/, (\p{Lu})/gu, (_, letter: string) => `, ${letter.toLowerCase()}`);
}
