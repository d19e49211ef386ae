package vn.minhchung.kernel.command;

/** Asked before a command is dispatched, whoever sends it. */
@FunctionalInterface
public interface CommandGate {
    CommandGate OPEN = _ -> {};

    /** @throws vn.minhchung.kernel.Refusal when nothing of the kind may be recorded now */
    void pass(Command command);
}
