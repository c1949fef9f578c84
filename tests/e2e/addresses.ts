import type { Page } from "@playwright/test";

interface Place {
  readonly page: string;
  /** A link, or a control of a form. */
  readonly element: string;
  /** Which of them. */
  readonly at: "first" | "last";
}

const first = (page: string, element: string): Place => ({ page, element, at: "first" });
const last = (page: string, element: string): Place => ({ page, element, at: "last" });

const grids = 'a[href*="/modifier?"]';

/** Where the portal itself shows the ids that addresses hold: tests know none of the seed's. */
const places: Readonly<Record<string, Place>> = {
  request: first("/demandes", 'main a[href^="/demandes/"]'),
  child: first("/demarches/autorisations", 'main a[href*="/enfants/"]'),
  guardian: first("/famille", 'main a[href*="/coordonnees/"]'),
  fileChild: first("/famille", 'main a[href*="/famille/enfants/"]'),
  category: first("/simulation", 'input[name="categorie"]'),
  otherCategory: last("/simulation", 'input[name="categorie"]'),
  version: first("/admin/tarifs", 'li:has-text("En vigueur") h2 a'),
  draft: first("/admin/tarifs", 'li:has-text("Brouillon") h2 a'),
  activity: first("/admin/tarifs/{draft}", grids),
  authorizationType: first("/admin/reglages/autorisations", "ol h2 a"),
  schoolYear: first("/admin/reglages/annees", "ol h2 a"),
  documentType: first("/admin/reglages/justificatifs", "ol h2 a"),
  answerTemplate: first("/admin/reglages/reponses", "ol h2 a"),
  news: first("/admin/actualites", "main li h2 a"),
  infoPage: first("/admin/infos-pratiques", "main li h2 a"),
  department: first("/admin/reglages/services", "main li h2 a"),
  establishment: first("/admin/reglages/etablissements", "main li h2 a"),
  setActivity: first("/admin/reglages/activites", "main li h2 a"),
  unit: first("/admin/reglages/activites/{setActivity}", "main li h2 a"),
  group: first("/admin/reglages/groupes", "main li h2 a"),
  closedGroup: first(
    "/admin/reglages/groupes",
    'main li:has-text("Restauration scolaire"):has-text("Tilleuls") h2 a',
  ),
  exception: first(
    "/admin/reglages/groupes/{closedGroup}",
    'main h2 a[href*="/exceptions/"]:not([href$="nouveau"])',
  ),
  opening: first("/admin/reglages/groupes/{group}", "main li h2 a"),
  seats: first(
    "/admin/reglages/groupes/{group}",
    'main h2 a[href*="/places/"]:not([href*="/dates/"])',
  ),
  fileRequest: first("/admin/demandes?objet=dossier", 'main td a[href^="/admin/demandes/"]'),
  animator: first("/admin/agents", 'li:has-text("animateur@") h2 a'),
  otherActivity: last("/admin/tarifs/{draft}", grids),
};

/** Addresses with their ids: "/demandes/{request}" becomes the one that the list leads to. */
export async function addressesOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const known = new Map<string, string>();
  const addresses: string[] = [];
  for (const path of paths) addresses.push(await addressOf(page, path, known));
  return addresses;
}

async function addressOf(page: Page, path: string, known: Map<string, string>): Promise<string> {
  let address = path;
  for (const [hole, name = ""] of path.matchAll(/\{(\w+)\}/g)) {
    const id = known.get(name) ?? (await idAt(page, name, known));
    known.set(name, id);
    address = address.replace(hole, id);
  }
  return address;
}

async function idAt(page: Page, name: string, known: Map<string, string>): Promise<string> {
  const place = places[name];
  if (!place) throw new Error(`Nobody has said where a ${name} is found`);
  await page.goto(await addressOf(page, place.page, known));
  const element = page.locator(place.element)[place.at]();
  await element.waitFor();
  const text = (await element.getAttribute("href")) ?? (await element.getAttribute("value")) ?? "";
  const id = /([0-9a-f-]{36}|\d+)\D*$/.exec(text)?.[1];
  if (!id) throw new Error(`${place.page} shows no ${name}: ${text}`);
  return id;
}
