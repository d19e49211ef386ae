package vn.minhchung.operations;

import java.util.List;
import java.util.Optional;

/** What is kept for operators, in the order of its coming. */
public interface DeadLetterBook {
    Optional<DeadLetter> find(DeadLetterId id);

    List<DeadLetter> list(long after, int max);

    long count();
}
