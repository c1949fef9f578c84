/** Why a file of families is refused, as a part of lib/sentences.ts. */
export const importSentences = {
  "table-unreadable":
    "Ce fichier ne se lit pas. Enregistrez-le au format .xlsx ou .csv, puis choisissez-le à nouveau.",
  "table-too-large":
    "Ce fichier a plus de 25 000 lignes ou de 120 colonnes. Partagez-le en plusieurs fichiers, famille par famille.",
  "table-encoding":
    "Les accents de ce fichier sont abîmés. Reprenez-le à sa source et enregistrez-le en « CSV UTF-8 » ou au format .xlsx.",
  "table-merged":
    "La première feuille a des cellules fusionnées : défusionnez-les, puis choisissez le fichier à nouveau.",
  "table-1904":
    "Ce classeur compte ses dates depuis 1904. Enregistrez-le avec le calendrier depuis 1900, ou en CSV.",
  "import-onde-other":
    "Ce fichier vient d’ONDE\u00a0: envoyez ensemble la liste des élèves et celle des responsables.",
  "import-one-file":
    "Un second fichier ne sert qu’à ONDE (élèves et responsables). Envoyez celui-ci seul.",
  "import-empty": "Ce fichier n’a aucune ligne sous ses en-têtes.",
  "import-file-missing": "Choisissez un fichier .xlsx ou .csv.",
  "import-column-twice":
    "Deux colonnes de ce fichier ont le même en-tête : gardez-en une, puis choisissez le fichier à nouveau.",
  "import-columns":
    "Dites d’abord ce que sont les colonnes : chacune une seule fois, et celles qui sont nécessaires.",
  "import-done": "Ce fichier est déjà importé.",
  "import-changed":
    "Le portail a changé depuis ce rapport. Le voici à nouveau, comme il est maintenant : relisez-le, puis importez.",
  "import-leaves-out":
    "Des lignes ne seront pas importées. Cochez que vous l’avez vu, ou corrigez le fichier.",
  "import-nothing": "Il n’y a rien à importer : aucune ligne de ce fichier ne change le portail.",
} as const;
