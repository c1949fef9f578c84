"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "@/components/ui/button";

/** The button that sends its form: busy while the form's action runs, so a second press sends nothing. */
export function SubmitButton(props: Omit<ButtonProps, "type" | "busy">) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" busy={pending} />;
}
