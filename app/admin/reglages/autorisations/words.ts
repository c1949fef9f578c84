import {
  authorizationSubjectLabel,
  type AuthorizationSetting,
} from "@/lib/domain/authorization-setting";
import { authorizationIconNames, authorizationIcons } from "./icon-words";

/** "Dès 6 ans", "À tout âge". */
export function ageInWords(minimumAge: number | null): string {
  return minimumAge === null ? "À tout âge" : `Dès ${minimumAge}\u00a0ans`;
}

/** A setting, field by field. */
export function settingFacts(setting: AuthorizationSetting) {
  const icon = authorizationIconNames.find((name) => name === setting.icon);
  return [
    { term: "Nom", detail: setting.label },
    { term: "Explication", detail: setting.explanation ?? "Aucune" },
    { term: "Image", detail: icon ? authorizationIcons[icon] : setting.icon },
    { term: "Pour qui", detail: authorizationSubjectLabel[setting.subject] },
    { term: "Réponse", detail: setting.required ? "Obligatoire" : "Facultative" },
    { term: "Âge", detail: ageInWords(setting.minimumAge) },
    { term: "État", detail: setting.active ? "Posée aux familles" : "Désactivée" },
  ];
}
