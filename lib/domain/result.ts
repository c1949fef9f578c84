/** An expected outcome: a value, or the reason why not. The unexpected is thrown instead. */
export type Result<V, R extends string> = { ok: true; value: V } | { ok: false; refusal: R };

export function done<V>(value: V): { ok: true; value: V } {
  return { ok: true, value };
}

export function refused<R extends string>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}
