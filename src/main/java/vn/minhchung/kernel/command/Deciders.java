package vn.minhchung.kernel.command;

import java.time.LocalDate;
import vn.minhchung.kernel.Decider;

/** What the record knows about the signatory of a decision taken on paper. */
public interface Deciders {
    /**
     * A registered person, and one who may have decided: bodies that decide on paper need no account, but whoever has one
     * holds the role there, on the day of the signature or today.
     *
     * @throws vn.minhchung.kernel.Refusal NOT_FOUND, PERSON_ERASED, DECIDER_NOT_COMPETENT, pointing into {@code decidedBy}
     */
    void require(Decider decider, LocalDate today);
}
