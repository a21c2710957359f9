/** The first line of a GitHub alert, without its quote marker: https://github.com/orgs/community/discussions/16925 */
export const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i;
