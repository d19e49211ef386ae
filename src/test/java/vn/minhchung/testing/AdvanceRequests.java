package vn.minhchung.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;

/** The accountant returns and re-codes parts of an advance; one return is booked, or papers are cancelled. */
public final class AdvanceRequests implements Errands {
    private final Advance advance;

    public AdvanceRequests(Advance advance) {
        this.advance = advance;
    }

    @Override
    public List<Request> of(Turn turn) {
        List<Request> requests = new ArrayList<>();
        requests.add(Request.by(Cast.ACCOUNTANT, giveBack(turn, 0), recoding(turn, 1), giveBack(turn, 2)));
        if (turn.odd()) requests.addAll(PaperRequests.booked(paper(turn, 0), "KB-NT-" + turn, advance.today()));
        else
            requests.add(Request.by(
                    Cast.ACCOUNTANT, PaperRequests.cancelled(paper(turn, 0)), PaperRequests.cancelled(paper(turn, 1))));
        return requests;
    }

    private Mutation giveBack(Turn turn, int i) {
        String id = paper(turn, i);
        return Mutation.of(
                "prepareReturn",
                id,
                Map.of(
                        "paper",
                        id,
                        "advance",
                        advance.paper(),
                        "number",
                        "NT-%s-%d".formatted(turn, i),
                        "lines",
                        List.of(advance.part()),
                        "total",
                        Advance.AMOUNT,
                        "reason",
                        "Chưa dùng hết"));
    }

    private Mutation recoding(Turn turn, int i) {
        String id = paper(turn, i);
        return Mutation.of(
                "recodePayment",
                id,
                Map.of(
                        "paper",
                        id,
                        "of",
                        advance.paper(),
                        "number",
                        "DC-%s-%d".formatted(turn, i),
                        "wrong",
                        List.of(advance.part()),
                        "appropriation",
                        advance.appropriation(),
                        "right",
                        List.of(advance.part("6650")),
                        "total",
                        Advance.AMOUNT,
                        "reason",
                        "Nhầm mục"));
    }

    private static String paper(Turn turn, int i) {
        return turn.id("paper", i);
    }
}
