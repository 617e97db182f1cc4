/** The PostgreSQL channel on which the moment runner is woken. */
export const wakeChannel = 'tweetup_moments'
