export { ProvenMark } from './proven-mark.js'
