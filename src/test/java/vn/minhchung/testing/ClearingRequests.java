package vn.minhchung.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;

/** A table of completed work, signed, and the clearing that rests on it; it is booked, or both are cancelled. */
public final class ClearingRequests implements Errands {
    private final Advance advance;

    public ClearingRequests(Advance advance) {
        this.advance = advance;
    }

    @Override
    public List<Request> of(Turn turn) {
        String volume = turn.id("volume", 0);
        String clearing = turn.id("paper", 0);
        List<Request> requests = new ArrayList<>();
        requests.add(Request.by(Cast.OFFICER, volume(volume, turn)));
        requests.add(Request.by(Cast.CHIEF_ACCOUNTANT, step("signVolumeSecond", volume)));
        requests.add(Request.by(Cast.DIRECTOR, step("signVolumeFirst", volume)));
        requests.add(Request.by(Cast.ACCOUNTANT, clearing(clearing, volume, turn)));
        if (turn.odd()) requests.addAll(PaperRequests.booked(clearing, "KB-TT-" + turn, advance.today()));
        else {
            requests.add(Request.by(Cast.ACCOUNTANT, PaperRequests.cancelled(clearing)));
            requests.add(Request.by(
                    Cast.OFFICER,
                    Mutation.onSeen("cancelVolume", volume, Map.of("volume", volume, "reason", "Lập trùng"))));
        }
        return requests;
    }

    private Mutation volume(String id, Turn turn) {
        return Mutation.of(
                "drawUpVolume",
                id,
                Map.of(
                        "volume",
                        id,
                        "project",
                        advance.project(),
                        "unit",
                        DemoLoader.department().value(),
                        "number",
                        "KL-" + turn,
                        "tranche",
                        1,
                        "requestedOn",
                        advance.today(),
                        "throughOn",
                        advance.today(),
                        "rows",
                        List.of(Map.of(
                                "content", "Khảo sát", "contractValue", Advance.AMOUNT, "completed", Advance.AMOUNT)),
                        "total",
                        Advance.AMOUNT));
    }

    private static Mutation step(String name, String volume) {
        return Mutation.onSeen(name, volume, Map.of("volume", volume));
    }

    private Mutation clearing(String id, String volume, Turn turn) {
        return Mutation.of(
                "prepareClearing",
                id,
                Map.of(
                        "paper",
                        id,
                        "advance",
                        advance.paper(),
                        "number",
                        "TT-" + turn,
                        "lines",
                        List.of(advance.part()),
                        "total",
                        Advance.AMOUNT,
                        "volume",
                        volume));
    }
}
