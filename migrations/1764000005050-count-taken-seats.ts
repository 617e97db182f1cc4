import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Seats taken follow every change of an invitation, whoever makes it; the check on seat_pools then refuses one too many. */
export class CountTakenSeats1764000005050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION count_taken_seats() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.state IN ('pending', 'accepted') AND NEW.state IN ('pending', 'accepted')
           AND (OLD.event_id, OLD.pool, OLD.seats) = (NEW.event_id, NEW.pool, NEW.seats) THEN
          RETURN NULL;
        END IF;
        IF TG_OP <> 'INSERT' AND OLD.state IN ('pending', 'accepted') THEN
          UPDATE seat_pools SET taken = taken - OLD.seats WHERE event_id = OLD.event_id AND pool = OLD.pool;
        END IF;
        IF TG_OP <> 'DELETE' AND NEW.state IN ('pending', 'accepted') THEN
          UPDATE seat_pools SET taken = taken + NEW.seats WHERE event_id = NEW.event_id AND pool = NEW.pool;
        END IF;
        RETURN NULL;
      END $$`)
    await runner.query(`
      CREATE TRIGGER invitations_count_taken_seats AFTER INSERT OR DELETE OR UPDATE OF state, seats, pool, event_id ON invitations
      FOR EACH ROW EXECUTE FUNCTION count_taken_seats()`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER invitations_count_taken_seats ON invitations`)
    await runner.query(`DROP FUNCTION count_taken_seats`)
  }
}
