/** Data on what is dragged out of the studio's own lists: the kit path of a file. */
export const KIT_FILE_TYPE = 'application/x-staffwright-path';
