"use client";

import { type ComponentProps, useState } from "react";
import { TextField } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";

/** A password, which may be pasted, and shown while one types it; without script it stays hidden. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, "type">) {
  const [isShown, setShown] = useState(false);
  const canShow = useHydrated();
  return (
    <div className="grid justify-items-start gap-1">
      <div className="w-full">
        <TextField
          {...props}
          type={isShown ? "text" : "password"}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
        />
      </div>
      {canShow ? (
        <button
          type="button"
          aria-pressed={isShown}
          aria-controls={props.id ?? props.name}
          onClick={() => setShown(!isShown)}
          className="text-link min-h-target px-1"
        >
          Afficher<span className="sr-only"> {props.label}</span>
        </button>
      ) : null}
    </div>
  );
}
