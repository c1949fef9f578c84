"use client";

import type { ComponentProps } from "react";

/**
 * A form that goes on to another page and, before it does, writes what it holds into this page's own
 * address: Back finds it again. Without JavaScript it is a plain form.
 */
export function KeptForm(props: Omit<ComponentProps<"form">, "onSubmit">) {
  return <form {...props} onSubmit={(event) => keepTyped(event.currentTarget)} />;
}

function keepTyped(form: HTMLFormElement): void {
  const typed = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  window.history.replaceState(null, "", `?${new URLSearchParams(typed).toString()}`);
}
