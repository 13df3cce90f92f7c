import type { Format } from '../reader.ts';
import type { WidthChoice } from './values.ts';

/** The options of `read` that say how a page looks. */
export interface PageOptions {
  readonly format?: Format;
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly html?: boolean;
  readonly width?: WidthChoice;
  readonly wrap?: 'fit' | 'greedy' | 'none';
  readonly hyphens?: 'auto' | 'on' | 'off';
  readonly justify?: boolean;
  readonly theme?: string;
  readonly header?: boolean;
  readonly lineNumbers?: boolean;
  readonly margin?: number;
  readonly center?: boolean;
  readonly columns?: 1 | 2;
  readonly smart?: boolean;
}
