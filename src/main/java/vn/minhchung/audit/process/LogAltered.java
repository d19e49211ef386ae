package vn.minhchung.audit.process;

import vn.minhchung.kernel.log.Damage;

/** The log, or what was sealed of it, is not what was signed. Nothing is sealed after that. */
final class LogAltered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Damage damage;
    private final long position;

    /** @param position of the first event concerned; 0: of none in particular */
    LogAltered(Damage damage, long position, String message) {
        super(message);
        this.damage = damage;
        this.position = position;
    }

    static LogAltered at(long position, Damage damage) {
        return new LogAltered(
                damage,
                position,
                "the event at position %d is not the one that was sealed: %s".formatted(position, damage));
    }

    Damage damage() {
        return damage;
    }

    long position() {
        return position;
    }
}
