let last = 0;

/** A number that no other call of this process got: what makes codes, names and addresses unique. */
export function nextNumber(): number {
  last += 1;
  return last;
}
