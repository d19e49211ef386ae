package vn.minhchung.testing;

import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Id;

/**
 * What a caller of a {@link Load} does: requests one after another, each when the one before is acknowledged. Always the same
 * for the same turn.
 */
@FunctionalInterface
public interface Errands {
    List<Request> of(Turn turn);

    /**
     * Which errand of which caller.
     *
     * @param number from 1
     */
    record Turn(int caller, int number) {
        boolean odd() {
            return number % 2 == 1;
        }

        /** Of the errand's object of this kind. */
        String id(String kind, int i) {
            return Id.derived(kind, "load", Integer.toString(caller), Integer.toString(number), Integer.toString(i));
        }

        /** To number papers with: no other errand has it. */
        @Override
        public String toString() {
            return caller + "-" + number;
        }
    }

    /** One HTTP request: its mutations are done in this order. */
    record Request(String login, List<Mutation> mutations) {
        static Request by(Cast who, Mutation... mutations) {
            return new Request(who.login(), List.of(mutations));
        }
    }

    /**
     * One mutation of a request.
     *
     * @param id of the object it is about
     * @param input without idempotency key, and without the position seen
     * @param seen whether it is an act on what the answers before it showed
     */
    record Mutation(String name, String id, Map<String, ?> input, boolean seen) {
        static Mutation of(String name, String id, Map<String, ?> input) {
            return new Mutation(name, id, input, false);
        }

        static Mutation onSeen(String name, String id, Map<String, ?> input) {
            return new Mutation(name, id, input, true);
        }
    }
}
