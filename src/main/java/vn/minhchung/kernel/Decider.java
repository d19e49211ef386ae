package vn.minhchung.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who decided, as distinct from who typed.
 *
 * @param person the signatory; for a decision TAKEN here the actor
 * @param role the role in which it was decided; checked against the command's deciders
 * @param office e.g. {@code Giám đốc Sở KH&CN}
 * @param onBehalfOf the delegator, when the decider acts by delegation
 * @param document number of the signed paper, for a RECORDED decision
 */
public record Decider(
        PersonId person,
        Role role,
        @Nullable String office,
        Capacity capacity,
        @Nullable PersonId onBehalfOf,
        @Nullable String delegation,
        @Nullable LocalDate signedOn,
        @Nullable String document,
        DecisionMode mode,
        @Nullable PersonId confirmedBy) {}
