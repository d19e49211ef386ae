package vn.minhchung.kernel.view;

import java.time.Instant;
import java.time.LocalDate;
import vn.minhchung.kernel.StoryClock;

/**
 * The moment an answer shows.
 *
 * @param position always the last part of a command's events; 0 before the first event
 * @param past true under {@code asOf}: ids then carry the position, so a client cache never mixes moments
 */
public record Moment(long position, Instant recordedAt, boolean past) {

    /** The day it was in Vietnam: what an answer about this moment calls today, whenever it is asked. */
    public LocalDate day() {
        return LocalDate.ofInstant(recordedAt, StoryClock.ZONE);
    }

    /** The GraphQL {@code id} of an object at this moment; its {@code stableId} is the bare id. */
    public String idOf(String stableId) {
        return past ? stableId + "@" + position : stableId;
    }
}
