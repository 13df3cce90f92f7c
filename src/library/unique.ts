/** A name that nothing else has, of letters and digits; for what is made and gone in a moment, not for secrets. */
export function uniqueName(): string {
  const part = () => Math.random().toString(36).slice(2);
  return part() + part() + part();
}
