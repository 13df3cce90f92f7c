/** Longest link that terminals follow (VTE's limit), in bytes. */
const LONGEST = 2083;

/**
 * The address as a terminal may be given it in OSC 8: http, https or mailto, without user name, in visible ASCII;
 * undefined for everything else, which is then printed instead.
 */
export function terminalTarget(url: string): string | undefined {
  if (!/^(?:https?|mailto):/i.test(url)) return undefined;
  try {
    const parsed = new URL(url);
    if (parsed.username !== '' || parsed.password !== '') return undefined;
    const safe = parsed.href.replace(/[^\x21-\x7e]/g, (char) => encodeURIComponent(char));
    return safe.length <= LONGEST ? safe : undefined;
  } catch {
    return undefined;
  }
}

/** The host of an address as a reader knows it, without `www.`; undefined when it has none. */
function hostOf(url: string): string | undefined {
  const match = /^(?:https?:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(url);
  return match?.[1]?.toLowerCase().replace(/^www\./, '');
}

/** What may be a host name: tried once from its first letter on, so that time is linear in the text. */
const HOST_IN_TEXT = /(?<![\p{L}\p{N}.-])[.-]*((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/iu;

/** The first host name in a text as prose writes it: with or without a scheme, the user name before an `@` left out. */
function hostInText(text: string): string | undefined {
  if (!text.includes('.')) return undefined;
  for (const word of text.split(/[\s/]+/)) {
    const host = HOST_IN_TEXT.exec(word.slice(word.lastIndexOf('@') + 1))?.[1];
    if (host !== undefined) return host.toLowerCase().replace(/^www\./, '');
  }
  return undefined;
}

/**
 * The host to show beside a link because its words do not say it (undefined when they do), and whether the words
 * look like the address of another host.
 */
export function linkedHost(
  label: string,
  url: string,
): { name: string | undefined; deceives: boolean } {
  const name = hostOf(url);
  if (name === undefined) return { name, deceives: false };
  const said = hostInText(label);
  if (said === name) return { name: undefined, deceives: false };
  return { name, deceives: said !== undefined && looksLikeAddress(label) };
}

/** Whether a text is meant to be read as an address: all of it, or its beginning with a scheme. */
function looksLikeAddress(label: string): boolean {
  return /^\s*(?:https?:|www\.)/i.test(label) || !/\s/.test(label.trim());
}

/** Whether an address means the same wherever it is read from. */
export function isAbsolute(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url);
}

/**
 * Where a relative address leads: against the article's own web address if it has one, else against its folder.
 * Fragments and absolute addresses stay as they are.
 */
export function resolveTarget(
  url: string,
  from: { path: string; url?: string | undefined },
): string {
  if (isAbsolute(url) || url.startsWith('#') || url === '') return url;
  if (from.url && /^https?:/i.test(from.url) && URL.canParse(url, from.url)) {
    return new URL(url, from.url).href;
  }
  if (url.startsWith('/') || from.path === '-') return url;
  const folder = from.path.split('/').slice(0, -1);
  return joinPath(folder, url.split('/'));
}

function joinPath(folder: readonly string[], steps: readonly string[]): string {
  const path = [...folder];
  for (const step of steps) {
    if (step === '.' || step === '') continue;
    if (step === '..' && path.length > 0 && path.at(-1) !== '..' && path.at(-1) !== '') path.pop();
    else path.push(step);
  }
  return path.join('/');
}

/** Whether a name is an address of the web. */
export function isWebAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** A part of an address without its percent signs; as it is where they mean nothing (RFC 3986, 2.1). */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
