import { agendaFile } from "@/lib/agenda";
import { day, instant } from "@/lib/domain/day";

const entry = {
  inscriptionId: 12,
  unitId: 4,
  day: day("2025-10-26"),
  childName: "Léo",
  activityLabel: "Restauration scolaire",
  unitLabel: "Repas",
  establishmentLabel: "Restaurant Jacques Prévert",
  pending: false,
};
const options = {
  name: "Réservations – Clairval-sur-Orge",
  host: "familles.clairval.example",
  now: instant("2025-07-15T08:09:00.000Z"),
};

test("one all-day event a reserved unit, on its civil day, also where the clocks change", () => {
  const file = agendaFile([entry], options);
  expect(file).toContain("DTSTART;VALUE=DATE:20251026");
  expect(file).toContain("SUMMARY:Léo : Repas");
  expect(file).toContain("STATUS:CONFIRMED");
  expect(file).toContain("DTSTAMP:20250715T080900Z");
});

test("the same cell keeps its name from one file to the next, so that an import replaces it", () => {
  const uid = "UID:12-4-2025-10-26@familles.clairval.example";
  expect(agendaFile([entry], options)).toContain(uid);
  expect(agendaFile([{ ...entry, pending: true }], options)).toContain(uid);
  expect(agendaFile([{ ...entry, pending: true }], options)).toContain("STATUS:TENTATIVE");
});
