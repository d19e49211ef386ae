package vn.minhchung.states;

/**
 * A command taken.
 *
 * @param from the state before
 * @param by the mutation
 * @param to the state after; may be the same
 */
record Transition(String from, String by, String to) {
    boolean moves() {
        return !from.equals(to);
    }
}
