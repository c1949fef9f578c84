import { useEffect } from "react";

const QUESTION =
  "Vos modifications ne sont pas enregistrées. Quitter cette page sans les enregistrer ?";

/** While something typed is not saved, leaving the page asks first: by a link, or by the browser itself. */
export function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const href = target?.closest("a[href]:not([download])")?.getAttribute("href");
      if (!href || href.startsWith("#") || window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", unload);
    document.addEventListener("click", click, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", unload);
      document.removeEventListener("click", click, { capture: true });
    };
  }, [dirty]);
}
