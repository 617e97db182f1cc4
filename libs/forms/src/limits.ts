/** The most questions of one form. */
export const mostQuestions = 60

/** The most options of one question. */
export const mostOptions = 50

/** The most questions of one form that ask for a file. */
export const mostFiles = 5

/** The largest file that can be sent, and what is taken where a question names no limit. */
export const mostMegabytes = 10

/** The most characters of a web address. */
export const longestLink = 2000
