import { FoldingMenu } from "@/components/portal/chrome/folding-menu";
import { PhoneLinks, WideMenu } from "@/components/portal/chrome/menu";
import type { MenuItem, Viewer } from "@/components/portal/chrome/viewer";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { InnerLink } from "@/components/ui/inner-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { town } from "@/town/town";

/** What the header's buttons send. */
export interface ChromeActions {
  signOut: (form: FormData) => Promise<void>;
  /** Receives `familyId`. */
  switchFamily: (form: FormData) => Promise<void>;
}

/** The town's band: who we are, who you are, where to go. The lambrequin hangs from it. */
export function Header({
  viewer,
  menu,
  actions,
}: {
  viewer: Viewer | null;
  menu: readonly MenuItem[];
  actions: ChromeActions;
}) {
  return (
    <header className="band lambrequin no-print bg-band text-on-band relative z-20">
      <div className="shell py-3">
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-2">
          <Identity home={viewer?.home ?? "/"} />
          <div className="max-lg:hidden">
            {viewer ? <Greeting viewer={viewer} actions={actions} /> : <SignIn />}
          </div>
          <PhoneMenu viewer={viewer} menu={menu} actions={actions} />
        </div>
        <div className="lg:mt-2">
          <WideMenu items={menu} />
        </div>
      </div>
    </header>
  );
}

function Identity({ home }: { home: string }) {
  return (
    <InnerLink href={home} className="group flex min-w-0 items-center gap-3 rounded-lg">
      <picture className="shrink-0">
        <img src={town.logo.src} width={town.logo.width} height={town.logo.height} alt="" />
      </picture>
      <span className="min-w-0 leading-tight">
        <span className="block text-lg font-bold tracking-tight group-hover:underline sm:text-xl">
          {town.portalName}
        </span>
        <span className="block text-sm">{town.name}</span>
      </span>
    </InnerLink>
  );
}

function SignIn() {
  return (
    <ButtonLink href="/connexion" variant="secondary" icon="user">
      Se connecter
    </ButtonLink>
  );
}

function Greeting({ viewer, actions }: { viewer: Viewer; actions: ChromeActions }) {
  return (
    <div className="flex items-center gap-4">
      <Hello viewer={viewer} />
      <form action={actions.signOut}>
        <SubmitButton
          variant="quiet"
          icon="exit"
          className="border-on-band/60! text-on-band hover:bg-on-band/15"
        >
          Me déconnecter
        </SubmitButton>
      </form>
    </div>
  );
}

function Hello({ viewer }: { viewer: Viewer }) {
  return (
    <p className="leading-snug lg:text-right">
      <span className="block font-semibold">{`Bonjour ${viewer.name}`}</span>
      <span className="block text-sm">
        {viewer.previousSignIn
          ? `Dernière connexion le ${viewer.previousSignIn}`
          : "Première connexion\u00a0: bienvenue"}
      </span>
    </p>
  );
}

function PhoneMenu({
  viewer,
  menu,
  actions,
}: {
  viewer: Viewer | null;
  menu: readonly MenuItem[];
  actions: ChromeActions;
}) {
  return (
    <FoldingMenu
      className="group/phone shrink-0 lg:hidden"
      summaryClass="flex min-h-target min-w-target cursor-pointer list-none items-center justify-center gap-2 rounded-lg border border-on-band/60 px-3 font-semibold"
      summary={
        <>
          <span className="group-open/phone:hidden">
            <Icon name="menu" />
          </span>
          <span className="hidden group-open/phone:inline">
            <Icon name="cross" />
          </span>
          Menu
        </>
      }
    >
      <div className="forced-border border-line bg-card text-ink shadow-raised absolute inset-x-0 top-full z-30 max-h-[calc(100dvh-5rem)] overflow-y-auto border-b">
        <div className="shell py-4">
          {viewer ? <Hello viewer={viewer} /> : null}
          <nav aria-label="Menu principal" className="-mx-3 mt-2 mb-4">
            <PhoneLinks items={menu} />
          </nav>
          {viewer ? (
            <form action={actions.signOut}>
              <SubmitButton variant="secondary" icon="exit" wide>
                Me déconnecter
              </SubmitButton>
            </form>
          ) : (
            <SignIn />
          )}
        </div>
      </div>
    </FoldingMenu>
  );
}
