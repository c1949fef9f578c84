import type { ComponentProps, ReactNode } from "react";

/** A labelled checkbox whose whole line, 44 px high at least, is the target. */
export function Checkbox({
  label,
  hint,
  className = "",
  id,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "id"> & {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
}) {
  const described = hint ? { "aria-describedby": `${id}-hint` } : {};
  return (
    <div className={className}>
      <label htmlFor={id} className="min-h-target flex cursor-pointer items-center gap-3 py-1.5">
        <input {...described} {...rest} id={id} type="checkbox" className="check" />
        <span className="min-w-0">{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted -mt-1.5 pl-9 text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
