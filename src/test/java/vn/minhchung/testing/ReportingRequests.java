package vn.minhchung.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.minhchung.demo.Cast;

/**
 * The host reports and the officer sends the report back, announces an inspection, records what was made public and
 * registers somebody.
 */
public final class ReportingRequests implements Errands {
    private static final int NOTICE_DAYS = 14;

    private final String project;
    private final LocalDate on;

    /**
     * @param project nobody else works on: what its host's report showed is still so when it is reviewed
     * @param on the story's last day
     */
    public ReportingRequests(String project, LocalDate on) {
        this.project = project;
        this.on = on;
    }

    @Override
    public List<Request> of(Turn turn) {
        return List.of(
                Request.by(Cast.HOST_HEAD, report(turn)),
                Request.by(
                        Cast.OFFICER,
                        Mutation.onSeen(
                                "reviewPeriodicReport",
                                project,
                                Map.of("project", project, "missing", "Minh chứng sản phẩm")),
                        inspection(turn),
                        publicity(turn),
                        Registrations.organisation(turn, 0),
                        Registrations.person(turn, 1)));
    }

    private Mutation report(Turn turn) {
        return Mutation.of(
                "filePeriodicReport",
                project,
                Map.of(
                        "project",
                        project,
                        "until",
                        on.toString(),
                        "document",
                        "BCĐK-" + turn,
                        "work",
                        "Khảo sát",
                        "products",
                        List.of(Map.of("name", "Báo cáo chuyên đề", "unit", "báo cáo", "quantity", 1))));
    }

    private Mutation inspection(Turn turn) {
        return Mutation.of(
                "announceInspection",
                project,
                Map.of(
                        "project",
                        project,
                        "on",
                        on.plusDays(NOTICE_DAYS).toString(),
                        "planned",
                        true,
                        "purpose",
                        "Kiểm tra tiến độ",
                        "decision",
                        Decisions.on("DECISION", "KT-" + turn)));
    }

    private Mutation publicity(Turn turn) {
        return Mutation.of(
                "recordPublicity",
                project,
                Map.of(
                        "project",
                        project,
                        "kind",
                        "TASK_INFORMATION",
                        "postedOn",
                        on.toString(),
                        "place",
                        "Bảng tin " + turn));
    }
}
