package vn.minhchung.audit.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.HasMoment;
import vn.minhchung.kernel.view.Moment;

/**
 * Who decided, as stored with the event.
 *
 * @param confirmedById who confirmed it later, as known at the moment
 */
record ShownDecider(
        Moment moment, Decider decider, @Nullable String confirmedById) implements HasMoment {
    public Role role() {
        return decider.role();
    }

    public @Nullable String office() {
        return decider.office();
    }

    public Capacity capacity() {
        return decider.capacity();
    }

    public @Nullable LocalDate signedOn() {
        return decider.signedOn();
    }

    public @Nullable String document() {
        return decider.document();
    }

    public DecisionMode mode() {
        return decider.mode();
    }
}
