/**
 * How Node keeps house in a process that serves. Left to itself it lets hundreds of megabytes of what is no longer needed lie before it
 * looks: a draw of a million tickets then takes 720 MB instead of 520. The columns of a draw lie outside this heap.
 */
export const serverMemory = ['--max-old-space-size=768', '--max-semi-space-size=8']
