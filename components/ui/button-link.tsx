import { buttonClass, type ButtonLook } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { InnerLink, type InnerLinkProps } from "@/components/ui/inner-link";

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({
  variant = "primary",
  icon,
  iconEnd,
  wide = false,
  className = "",
  children,
  ...rest
}: InnerLinkProps & ButtonLook) {
  return (
    <InnerLink {...rest} className={buttonClass({ variant, wide }, className)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {iconEnd ? <Icon name={iconEnd} /> : null}
    </InnerLink>
  );
}
