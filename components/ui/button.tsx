import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** Its act is under way: it stays focusable, says so and ignores further presses. */
    busy?: boolean;
    busyLabel?: string;
  };

export function Button({
  variant = "primary",
  icon,
  iconEnd,
  wide = false,
  busy = false,
  busyLabel = "Un instant…",
  type = "button",
  className = "",
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const press = busy ? {} : onClick ? { onClick } : {};
  return (
    <button
      {...rest}
      {...press}
      type={busy ? "button" : type}
      aria-disabled={busy || rest["aria-disabled"]}
      className={buttonClass({ variant, wide }, className)}
    >
      {busy ? (
        <>
          <Icon name="clock" />
          {busyLabel}
        </>
      ) : (
        <>
          {icon ? <Icon name={icon} /> : null}
          {children}
          {iconEnd ? <Icon name={iconEnd} /> : null}
        </>
      )}
    </button>
  );
}
