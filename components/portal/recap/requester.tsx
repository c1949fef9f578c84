/** Who sends what a recap shows. */
export function Requester({
  person,
}: {
  person: { readonly firstName: string; readonly lastName: string; readonly email: string };
}) {
  return (
    <section aria-labelledby="demandeur">
      <h2 id="demandeur">Le demandeur</h2>
      <p>
        {person.firstName} {person.lastName}, {person.email}
      </p>
    </section>
  );
}
