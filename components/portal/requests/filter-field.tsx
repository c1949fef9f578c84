import type { ComponentProps, ReactNode } from "react";

interface FilterFrame {
  name: string;
  label: string;
}

/** A choice in a list's filters: none of them is ever needed, so none says that it is optional. */
export function FilterSelect({
  name,
  label,
  children,
  ...rest
}: FilterFrame & Omit<ComponentProps<"select">, "id" | "name"> & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <select {...rest} id={name} name={name} className="control mt-1.5 pr-9">
        {children}
      </select>
    </div>
  );
}

/** A word or a date in a list's filters. */
export function FilterInput({
  name,
  label,
  ...rest
}: FilterFrame & Omit<ComponentProps<"input">, "id" | "name">) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <input {...rest} id={name} name={name} className="control mt-1.5" />
    </div>
  );
}
