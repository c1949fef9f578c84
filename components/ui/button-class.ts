import type { IconName } from "@/components/ui/icon";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonLook {
  variant?: ButtonVariant;
  /** Drawn before the words. */
  icon?: IconName | undefined;
  /** Drawn after the words. */
  iconEnd?: IconName | undefined;
  /** Fills the line on a phone. */
  wide?: boolean;
}

const shape =
  "inline-flex min-h-target min-w-target items-center justify-center gap-2 rounded-lg px-4 py-2 text-center leading-tight " +
  "font-semibold transition-colors aria-disabled:cursor-not-allowed disabled:cursor-not-allowed forced-border";

const looks: Record<ButtonVariant, string> = {
  primary:
    "border border-brand bg-brand text-on-brand hover:brightness-90 disabled:border-control disabled:bg-sunken disabled:text-muted dark:hover:brightness-110",
  secondary:
    "border border-control bg-card text-ink hover:border-brand hover:bg-brand-soft hover:text-ink disabled:bg-sunken disabled:text-muted disabled:hover:border-control",
  quiet: "border border-transparent text-brand hover:bg-brand-soft disabled:text-muted",
  danger:
    "border border-danger-line bg-card text-danger-ink hover:bg-danger-bg disabled:border-control disabled:bg-sunken disabled:text-muted",
};

/** The classes of a button, for what must look like one and is another element. */
export function buttonClass({ variant = "primary", wide = false }: ButtonLook, more = ""): string {
  return `${shape} ${looks[variant]} ${wide ? "max-sm:w-full" : ""} ${more}`;
}
