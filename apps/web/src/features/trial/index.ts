export { TimeMachine } from './components/time-machine.js'
