/** Before the controls of a form: what the absence of « facultatif » means. */
export function RequiredNote() {
  return (
    <p className="text-muted text-sm">
      Tout est à remplir, sauf ce qui est marqué «&nbsp;facultatif&nbsp;».
    </p>
  );
}
