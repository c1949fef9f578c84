import { departmentAtStart, departmentInText } from "@/lib/domain/department-words";

test.each([
  ["Service éducation", "le service éducation", "Le service éducation"],
  ["Direction de l’enfance", "la direction de l’enfance", "La direction de l’enfance"],
  ["Accueil des familles", "l’accueil des familles", "L’accueil des familles"],
  ["Unité enfance", "l’unité enfance", "L’unité enfance"],
  ["Clairval Enfance", "Clairval Enfance", "Clairval Enfance"],
  ["Servicenter", "Servicenter", "Servicenter"],
])("%s in a sentence", (name, inText, atStart) => {
  expect(departmentInText(name)).toBe(inText);
  expect(departmentAtStart(name)).toBe(atStart);
});
