/** The first stop of the keyboard: past the header, to the element whose id is `target`. */
export function SkipLink({ target = "contenu", children = "Aller au contenu" }) {
  return (
    <a
      href={`#${target}`}
      className="bg-card text-ink shadow-raised sr-only z-50 rounded-lg px-4 py-3 font-semibold focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      {children}
    </a>
  );
}
