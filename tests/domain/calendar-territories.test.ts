import { schoolYearsOf, type OpenDataRow } from "@/lib/domain/calendar-import";

describe("beyond the three zones", () => {
  const row = (
    zones: string,
    schoolYear: string,
    description: string,
    [startDate, endDate]: readonly [string, string],
    population = "-",
  ): OpenDataRow => ({
    description,
    population,
    startDate,
    endDate,
    location: zones,
    zones,
    schoolYear,
  });
  const corsica: OpenDataRow[] = [
    row("Corse", "2026-2027", "Rentrée scolaire des élèves", ["2026-09-01", "2026-09-01"]),
    row("Corse", "2026-2027", "Vacances de la Toussaint", ["2026-10-17", "2026-11-02"]),
    row("Corse", "2026-2027", "Vacances de Noël", ["2026-12-19", "2027-01-04"]),
    row("Corse", "2026-2027", "Vacances d'Hiver", ["2027-02-13", "2027-03-01"]),
    row("Corse", "2026-2027", "Vacances de Printemps", ["2027-04-17", "2027-05-03"]),
    row("Corse", "2026-2027", "Début des Vacances d'Été", ["2027-07-03", "2027-07-03"]),
  ];
  // Written as midnights of Paris, like those of the mainland.
  const reunion: OpenDataRow[] = [
    row("Réunion", "2025-2026", "Vacances d'Hiver austral", ["2026-07-03", "2026-08-17"]),
    row("Réunion", "2026-2027", "Vacances après 1ère période", [
      "2026-10-09T22:00:00+00:00",
      "2026-10-25T23:00:00+00:00",
    ]),
    row("Réunion", "2026-2027", "Vacances d'Été austral", ["2026-12-19", "2027-01-25"]),
    row("Réunion", "2026-2027", "Vacances après 3ème période", ["2027-03-12", "2027-03-29"]),
    row("Réunion", "2026-2027", "Vacances d'Hiver austral", ["2027-07-03", "2027-07-03"]),
  ];
  const guadeloupe: OpenDataRow[] = [
    row("Guadeloupe", "2026-2027", "Rentrée scolaire des élèves", ["2026-09-01", "2026-09-01"]),
    row("Guadeloupe", "2026-2027", "Vacances de Carnaval", ["2027-02-06", "2027-02-22"]),
    row("Guadeloupe", "2026-2027", "Semaine en mai", ["2027-05-24", "2027-05-29"]),
    row(
      "Guadeloupe",
      "2026-2027",
      "Vacances de Carnaval",
      ["2027-02-01", "2027-02-08"],
      "Saint-Barthélémy",
    ),
    row(
      "Guadeloupe",
      "2026-2027",
      "Vacances de Carnaval",
      ["2027-02-02", "2027-02-09"],
      "Second degré",
    ),
    row("Guadeloupe", "2026-2027", "Début des Vacances d'Été", ["2027-07-03", "2027-07-03"]),
  ];
  const caledonia: OpenDataRow[] = [
    row("Nouvelle Calédonie", "2026", "Rentrée scolaire des élèves", ["2026-02-16", "2026-02-16"]),
    row("Nouvelle Calédonie", "2026", "Vacances après 1ère période", ["2026-04-04", "2026-04-20"]),
    row("Nouvelle Calédonie", "2026", "Vacances d'Été austral", ["2026-12-19", "2027-02-15"]),
    row("Nouvelle Calédonie", "2027", "Vacances après 1ère période", ["2027-04-03", "2027-04-19"]),
    row("Nouvelle Calédonie", "2027", "Grandes Vacances", ["2027-12-18", "2027-12-18"]),
  ];

  const mainland = corsica.map((one) => ({ ...one, zones: "Zone B", startDate: "n.c." }));

  it.each<[string, string, OpenDataRow[], string[]]>([
    [
      "Corse",
      "Corse",
      corsica,
      ["2026-09-01 2027-07-02 10-17/11-01 12-19/01-03 02-13/02-28 04-17/05-02"],
    ],
    [
      "Réunion",
      "La Réunion",
      reunion,
      ["2026-08-17 2027-07-02 10-10/10-25 12-19/01-24 03-13/03-28"],
    ],
    ["Guadeloupe", "Guadeloupe", guadeloupe, ["2026-09-01 2027-07-02 02-06/02-21 05-24/05-28"]],
    [
      "Nouvelle Calédonie",
      "Nouvelle-Calédonie",
      caledonia,
      ["2026-02-16 2026-12-18 04-04/04-19", "2027-02-15 2027-12-17 04-03/04-18"],
    ],
  ])("reads %s, named %s", (_zone, named, its, expected) => {
    const result = schoolYearsOf([...mainland, ...its], named);
    if (!result.ok) throw new Error(result.refusal);
    expect(
      result.value.years.map(({ firstSchoolDay, lastSchoolDay, breaks }) =>
        [
          firstSchoolDay,
          lastSchoolDay,
          ...breaks.map((b) => `${b.firstFreeDay.slice(5)}/${b.lastFreeDay.slice(5)}`),
        ].join(" "),
      ),
    ).toEqual(expected);
    expect(result.value.leftOut).toEqual([]);
  });
});
