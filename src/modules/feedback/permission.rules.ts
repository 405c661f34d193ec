/** Officers of an agency work on its cases. */
export const HANDLE = 'feedback.handle';
/** Central units watch over the topics that are theirs. */
export const WATCH = 'feedback.watch';
/** Leaders assign, allow exceptions, and confirm that something is no feedback at all. */
export const LEAD = 'feedback.lead';
export const FIGURES = 'feedback.figures';
/** Administrators keep topics and their deadlines. */
export const MANAGE = 'feedback.manage';
/** Whoever has anything to do with cases may open one; which ones, the case itself says. */
export const SEE = 'feedback.see';
