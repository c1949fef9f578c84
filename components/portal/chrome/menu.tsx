import { FoldingMenu } from "@/components/portal/chrome/folding-menu";
import { NavLink } from "@/components/portal/chrome/nav-link";
import type { MenuItem } from "@/components/portal/chrome/viewer";
import { Icon } from "@/components/ui/icon";

const tab =
  "inline-flex min-h-target cursor-pointer list-none items-center gap-2 rounded-lg px-3 py-1.5 font-semibold text-on-band " +
  "hover:bg-on-band/15 aria-[current]:bg-on-band/15 aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-[3px] aria-[current]:underline-offset-8";

/** The menu of a larger screen: one line on the band, lists unfold over the page. */
export function WideMenu({ items }: { items: readonly MenuItem[] }) {
  return (
    <nav aria-label="Menu principal" className="hidden lg:block">
      <ul className="-mx-3 flex flex-wrap gap-1">
        {items.map((item) => (
          <li key={item.label} className="relative">
            {"links" in item ? (
              <FoldingMenu
                name="menu"
                className="group/menu"
                summaryClass={tab}
                summary={
                  <>
                    {item.label}
                    <Icon
                      name="chevron-down"
                      className="size-[1em] transition-transform group-open/menu:rotate-180"
                    />
                  </>
                }
              >
                <ul className="forced-border border-line bg-card text-ink shadow-raised absolute top-full left-0 z-30 mt-1 w-max max-w-sm rounded-xl border p-1.5">
                  {item.links.map((link) => (
                    <li key={link.href}>
                      <NavLink href={link.href} className={row}>
                        {link.icon ? (
                          <Icon name={link.icon} className="text-brand size-[1.25em]" />
                        ) : null}
                        {link.label}
                      </NavLink>
                    </li>
                  ))}
                </ul>
              </FoldingMenu>
            ) : (
              <NavLink href={item.href} className={tab}>
                {item.label}
              </NavLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

const row =
  "flex min-h-target items-center gap-3 rounded-lg px-3 py-2 hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-bold";

/** The menu of a phone: every link in one list, those of a title under its name. */
export function PhoneLinks({ items }: { items: readonly MenuItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.label}>
          {"links" in item ? (
            <>
              <p className="text-muted px-3 pt-3 text-sm font-semibold">{item.label}</p>
              <PhoneLinks items={item.links} />
            </>
          ) : (
            <NavLink href={item.href} className={row}>
              {item.icon ? <Icon name={item.icon} className="text-brand size-[1.25em]" /> : null}
              {item.label}
            </NavLink>
          )}
        </li>
      ))}
    </ul>
  );
}
