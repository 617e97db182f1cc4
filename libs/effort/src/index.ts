export { type EffortChallenge, effortParts, isSolved, readSolution, solveEffort } from './effort.js'
