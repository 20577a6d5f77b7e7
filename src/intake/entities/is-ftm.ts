/** Whether a text is FollowTheMoney entities, one JSON object a line. */
export function isFtm(head: string): boolean {
  const line = /^\s*(\{.*)/.exec(head)?.[1] ?? '';
  return (
    /"schema"\s*:\s*"[A-Z]\w*"/.test(line) && /"properties"\s*:\s*\{/.test(line) && /"id"\s*:\s*"/.test(line)
  );
}
