import type { Route } from "next";

export const closuresHref = "/admin/fermetures" as Route;

export const closuresAbove = [{ href: closuresHref, label: "Fermetures" }];

/** The page of a closure, told what was just done to it. */
export function closureHref(id: number, done?: "declaree" | "rouverte"): Route {
  return `${closuresHref}/${id}${done ? `?fait=${done}` : ""}` as Route;
}
