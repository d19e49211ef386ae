package vn.minhchung.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.minhchung.demo.Cast;

/** The officer registers organisations and persons, many in a request. */
public final class Registrations implements Errands {
    /** A log-in costs a password comparison, so a request carries several mutations. */
    public static final int A_REQUEST = 10;

    @Override
    public List<Request> of(Turn turn) {
        return List.of(new Request(
                Cast.OFFICER.login(),
                IntStream.range(0, A_REQUEST)
                        .mapToObj(i -> i % 2 == 0 ? organisation(turn, i) : person(turn, i))
                        .toList()));
    }

    static Mutation organisation(Turn turn, int i) {
        String id = turn.id("organisation", i);
        return Mutation.of(
                "registerOrganisation", id, Map.of("organisation", id, "name", "Tổ chức " + id, "kind", "ENTERPRISE"));
    }

    static Mutation person(Turn turn, int i) {
        String id = turn.id("person", i);
        return Mutation.of("registerPerson", id, Map.of("person", id, "name", "Người " + id));
    }
}
