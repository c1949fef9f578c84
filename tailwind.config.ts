import type { Config } from "tailwindcss";

/** The colours of a state: paper, ink and edge (`bg-added-bg`, `text-added-ink`, `border-added-line`). */
function trio(name: string) {
  return { bg: `var(--${name}-bg)`, ink: `var(--${name}-ink)`, line: `var(--${name}-line)` };
}

/** Only names: the values are custom properties of app/globals/tokens.css, so that dark mode and the town act there. */
const config: Config = {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: {
        page: "var(--surface-page)",
        card: "var(--surface-card)",
        sunken: "var(--surface-sunken)",
        ink: "var(--text)",
        muted: "var(--text-muted)",
        line: "var(--line)",
        control: "var(--line-control)",
        brand: { DEFAULT: "var(--brand)", soft: "var(--brand-soft)" },
        "on-brand": "var(--on-brand)",
        band: "var(--band)",
        "on-band": "var(--on-band)",
        accent: "var(--accent)",
        "on-accent": "var(--on-accent)",
        focus: "var(--focus)",
        free: trio("free"),
        reserved: trio("reserved"),
        pending: trio("pending"),
        added: trio("added"),
        removed: trio("removed"),
        "removal-pending": trio("removal-pending"),
        late: trio("late"),
        closed: trio("closed"),
        past: trio("past"),
        elsewhere: trio("elsewhere"),
        success: trio("success"),
        warning: trio("warning"),
        danger: trio("danger"),
        info: trio("info"),
      },
      fontSize: {
        sm: ["0.9375rem", { lineHeight: "1.45" }],
        base: ["1.0625rem", { lineHeight: "1.55" }],
        lg: ["1.1875rem", { lineHeight: "1.5" }],
        xl: ["1.375rem", { lineHeight: "1.3" }],
        "2xl": ["1.625rem", { lineHeight: "1.25" }],
        "3xl": ["2.125rem", { lineHeight: "1.2" }],
      },
      boxShadow: { rest: "var(--shadow-rest)", raised: "var(--shadow-raised)" },
      /** The least size of a target. */
      minHeight: { target: "2.75rem" },
      minWidth: { target: "2.75rem" },
    },
  },
};

export default config;
