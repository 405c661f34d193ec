import { v5 } from 'uuid';

const DRAFTS = '6f1c7a52-3d0e-4a55-9a41-0b6b7d9f5e21';

/** The key of an officer's one draft of a case: written twice at once it is still one. */
export const draftIdOf = (caseId: string, authorId: string): string => v5(`${caseId} ${authorId}`, DRAFTS);

/** Under which its files wait. */
export const draftFilesOf = (draftId: string): string => `answer ${draftId}`;
