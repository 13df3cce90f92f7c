/** What windows-1252 has from 0x80 to 0x9f. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** A text that was decoded as windows-1252 with the quotes and dashes of it: Node's decoder leaves controls there. */
export function western(text: string): string {
  return text.replace(
    /[\x80-\x9f]/g,
    (control) => WESTERN[control.charCodeAt(0) - 0x80] ?? control,
  );
}
