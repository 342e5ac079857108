/** What a test file wants done once it ended: modules stay loaded for the next one, and so would what it left in them. */
export const afterThisFile: (() => void)[] = [];
