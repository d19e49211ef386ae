package vn.minhchung.kernel.command;

/**
 * Where commands arrive in a module: a package-private Spring bean in {@code write} with one
 * {@code @CommandHandler void handle(SomeCommand command, Decision decision)} per command. It names the aggregates that
 * guard the decision; the deciding itself happens in their {@code decide} methods.
 */
public interface Desk {}
