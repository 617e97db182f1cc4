/** The program that checks a draw without any of Tweetup: a file for itself, which lies in `public`. */
export const verifierFile = { name: 'verify_draw.py', address: '/verify_draw.py', lines: 200 } as const
