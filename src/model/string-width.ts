import { width } from './width.ts';

// wrap-ansi measures with string-width; the bundler puts our own measure in its place (scripts/build.mjs), so that
// both agree and neither Intl.Segmenter nor a second table is loaded.
// biome-ignore lint/style/noDefaultExport: it stands in for a package that has a default export.
export default width;
