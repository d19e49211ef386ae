package vn.minhchung.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;

/** The host's accountant reports spending; one report is returned and replaced, the other accepted. */
public final class SpendingRequests implements Errands {
    private final Advance advance;

    public SpendingRequests(Advance advance) {
        this.advance = advance;
    }

    @Override
    public List<Request> of(Turn turn) {
        String returned = report(turn, 0);
        String accepted = report(turn, 1);
        Map<String, Object> replacing = new HashMap<>(filing(turn, 0));
        replacing.remove("project");
        replacing.put("reason", "Bổ sung chứng từ");
        return List.of(
                Request.by(
                        Cast.HOST_ACCOUNTANT,
                        Mutation.of("fileSpendingReport", returned, filing(turn, 0)),
                        Mutation.of("fileSpendingReport", accepted, filing(turn, 1))),
                Request.by(
                        Cast.ACCOUNTANT,
                        Mutation.onSeen(
                                "returnSpendingReport",
                                returned,
                                Map.of("report", returned, "reason", "Thiếu chứng từ")),
                        Mutation.onSeen("acceptSpendingReport", accepted, Map.of("report", accepted))),
                Request.by(Cast.HOST_ACCOUNTANT, Mutation.onSeen("replaceSpendingReport", returned, replacing)));
    }

    private Map<String, Object> filing(Turn turn, int i) {
        return Map.of(
                "report",
                report(turn, i),
                "project",
                advance.project(),
                "from",
                advance.on().minusDays(3).toString(),
                "to",
                advance.today(),
                "items",
                List.of(item("HĐ-%s-%d".formatted(turn, i))),
                "total",
                Advance.AMOUNT,
                "last",
                false);
    }

    private Map<String, Object> item(String voucher) {
        return Map.of(
                "line",
                "MATERIALS",
                "source",
                "STATE_BUDGET",
                "content",
                "Vật tư",
                "amount",
                Advance.AMOUNT,
                "voucher",
                Map.of("number", voucher, "date", advance.today(), "payee", "Công ty Thử nghiệm", "taxWithheld", "0"),
                "quantity",
                Map.of("quantity", "1", "unit", "gói", "unitPrice", Advance.AMOUNT));
    }

    private static String report(Turn turn, int i) {
        return turn.id("spending-report", i);
    }
}
