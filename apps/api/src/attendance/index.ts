export { AttendanceModule } from './attendance.module.js'
export { CheckIn } from './check-in.entity.js'
