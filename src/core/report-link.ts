/** Something that a reader takes for wrong. */
export interface Reportable {
  /** What it is about: decides who answers. */
  readonly topic: string;
  /** The thing in words, as the report begins with it. Personal: whoever makes a link of it seals it. */
  readonly subject: string;
}

/** Where a fault is reported, filled in already. */
export type ReportLink = (fault: Reportable) => string;
