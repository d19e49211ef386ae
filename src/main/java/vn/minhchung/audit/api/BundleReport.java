package vn.minhchung.audit.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.BundleView;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.audit.api.BundleContents.Contents;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.Cosignature;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.bundle.BundleHead;
import vn.minhchung.kernel.log.bundle.FigureSource;
import vn.minhchung.kernel.log.bundle.ReportHtml;
import vn.minhchung.kernel.log.bundle.ReportProof;

/**
 * The readable part of a bundle, in Vietnamese: what it is of, the figures, what happened and on what basis, how it is verified
 * and what that proves.
 */
@Component
final class BundleReport {
    /** @param body HTML */
    record Page(String title, String body) {}

    private final Sentences sentences;
    private final Names names;
    private final KindWords kinds;
    private final Wording wording;
    private final List<FigureSource> figures;

    BundleReport(Sentences sentences, Names names, KindWords kinds, Wording wording, List<FigureSource> figures) {
        this.sentences = sentences;
        this.names = names;
        this.kinds = kinds;
        this.wording = wording;
        this.figures = figures;
    }

    /** Everything one report is made of. */
    private record Made(BundleView bundle, Viewer viewer, Contents found, Map<String, String> names, ReportHtml html) {
        List<EventView> events() {
            return found.about();
        }

        String of() {
            return bundle.ofId().value();
        }
    }

    Page page(BundleView bundle, BundleHead head, SealedLog.State state, Contents found, Viewer viewer) {
        Made made = new Made(bundle, viewer, found, named(bundle, found.about(), viewer), new ReportHtml());
        String title = "Gói bằng chứng: " + called(made);
        made.html().element("h1", title);
        what(made, head, state);
        figures(made);
        history(made);
        documents(made);
        rules(made);
        verified(made, head, state);
        return new Page(title, made.html().text());
    }

    /** Of what has no name, its kind; beside it the id, as one title has to differ from another. */
    private String called(Made made) {
        String name = name(made.of(), made);
        String kind = kinds.kind(made.of(), Texts.VI);
        return !name.equals(made.of()) || kind.equals(made.of()) ? name : kind + " (" + made.of() + ")";
    }

    private void what(Made made, BundleHead head, SealedLog.State state) {
        Instant last = made.events().getLast().recordedAt();
        made.html()
                .open("table")
                .row("Đối tượng", made.of())
                .row("Tính đến", "vị trí %d của sổ sự kiện".formatted(head.asOf()))
                .row("Lúc ghi sự kiện gần nhất của đối tượng", wording.of(last, Texts.VI))
                .row(
                        "Nội dung",
                        String.format(
                                Texts.VI,
                                "%,d sự kiện, trong đó %,d sự kiện nêu đối tượng, còn lại là căn cứ của chúng (quy định, sự kiện được dẫn, uỷ quyền, tài khoản người thực hiện) và phần còn lại của cùng lệnh; %,d văn bản được nêu bằng mã băm",
                                head.events(),
                                made.events().size(),
                                head.documents()))
                .row("Sổ minh bạch", Checkpoint.parse(state.note().text()).origin())
                .row(
                        "Điểm kiểm tra",
                        String.format(
                                Texts.VI,
                                "%,d sự kiện, gốc %s",
                                state.size(),
                                Base64.getEncoder().encodeToString(state.root())))
                .row("Bên chứng kiến", witnesses(state))
                .row(
                        "Người xuất",
                        "%s, ghi tại vị trí %d"
                                .formatted(
                                        name(made.bundle().exportedById().value(), made),
                                        made.bundle().position()))
                .close("table");
    }

    private String witnesses(SealedLog.State state) {
        List<String> seen =
                state.note().signatures().stream().skip(1).map(this::seen).toList();
        String by = seen.isEmpty() ? "không có" : String.join("; ", seen);
        return state.witnessed()
                ? by
                : by + ". Chưa đủ chữ ký chứng kiến: người quản trị hệ thống vẫn có thể đã viết lại toàn bộ sổ";
    }

    private String seen(NoteSignature line) {
        return "%s lúc %s"
                .formatted(line.name(), wording.of(Instant.ofEpochSecond(Cosignature.seconds(line)), Texts.VI));
    }

    private void figures(Made made) {
        List<FigureSource.Line> lines = figures.stream()
                .flatMap(source -> source.figures(made.of(), made.bundle().asOf()).stream())
                .toList();
        if (lines.isEmpty()) return;
        made.html().element("h2", "Số liệu").open("table").amountHead("Chỉ tiêu", "Năm, nguồn", "Số tiền (đồng)");
        lines.forEach(made.html()::amount);
        made.html().close("table");
        if (!lines.stream().allMatch(FigureSource.Line::addsUp))
            made.html()
                    .element(
                            "p",
                            "* Theo sự kiện phê duyệt, không phải tổng các dòng định khoản: chương trình kiểm chứng không cộng lại.");
    }

    private void history(Made made) {
        Map<Sentences.Key, String> told = new LinkedHashMap<>();
        for (int i = 0; i < made.events().size(); i += 500) {
            told.putAll(sentences.load(
                    made.events().subList(i, Math.min(i + 500, made.events().size())).stream()
                            .map(event -> key(event, made))
                            .toList()));
        }
        made.html()
                .element("h2", "Diễn biến")
                .open("table")
                .head("Vị trí", "Lúc ghi", "Việc", "Người thực hiện; người quyết định", "Căn cứ; lý do");
        for (EventView event : made.events())
            made.html()
                    .row(
                            Long.toString(event.position()),
                            wording.of(event.recordedAt(), Texts.VI),
                            told.getOrDefault(key(event, made), event.name()),
                            who(event, made),
                            why(event));
        made.html().close("table");
    }

    private static Sentences.Key key(EventView event, Made made) {
        return new Sentences.Key(event, Texts.VI.getLanguage(), made.bundle().asOf(), made.viewer());
    }

    private static String who(EventView event, Made made) {
        Decision decision = event.envelope().decision();
        if (decision == null) return "Hệ thống";
        String actor = name(decision.actor().person().value(), made);
        String decider = name(decision.decidedBy().person().value(), made);
        String office = decision.decidedBy().office();
        String deciding = decider + (office == null ? "" : ", " + office);
        return actor.equals(decider) && office == null ? actor : actor + "; " + deciding;
    }

    private String why(EventView event) {
        List<String> words = new ArrayList<>();
        event.basis().forEach(basis -> words.add(paper(basis)));
        if (event.reason() != null) words.add(event.reason());
        return words.isEmpty() ? Wording.NOTHING : String.join("; ", words);
    }

    private String paper(LegalBasis basis) {
        return basis.number() + (basis.date() == null ? "" : " ngày " + wording.of(basis.date(), Texts.VI));
    }

    private void documents(Made made) {
        Set<LegalBasis> papers = new LinkedHashSet<>();
        made.events().forEach(event -> papers.addAll(event.basis()));
        if (papers.isEmpty()) return;
        made.html()
                .element("h2", "Văn bản làm căn cứ")
                .open("table")
                .head("Số, ngày", "Cơ quan ban hành", "Người nhập đã thấy", "SHA-256 của tệp");
        for (LegalBasis paper : papers)
            made.html()
                    .row(
                            paper(paper),
                            wording.of(paper.issuer(), Texts.VI),
                            wording.of(paper.seen(), Texts.VI),
                            wording.of(paper.document(), Texts.VI));
        made.html().close("table");
    }

    private void rules(Made made) {
        Set<RuleRef> rules = made.found().rules();
        if (rules.isEmpty()) return;
        made.html().element("h2", "Quy định đã áp dụng").open("ul");
        rules.forEach(rule -> made.html().element("li", rule.family() + ", phiên bản " + rule.version()));
        made.html().close("ul");
    }

    private void verified(Made made, BundleHead head, SealedLog.State state) {
        made.html()
                .element("h2", "Cách kiểm chứng")
                .element(
                        "p",
                        "Không cần máy chủ, không cần mạng. Lấy chương trình kiểm chứng từ nơi mình tin cậy, rồi chạy một trong hai, tốt nhất là cả hai:")
                .element("pre", "java Verify.java " + BundlePages.fileName(made.bundle()))
                .element(
                        "p",
                        "hoặc mở tệp verify.html bằng trình duyệt và kéo thả tệp này vào. Thêm --key với khoá của sổ lấy từ nguồn khác, --witness với khoá của bên chứng kiến và --need với số chữ ký chứng kiến phải có; nếu sổ đổi khoá sau khi gói này được xuất, thêm --rotation với bản ghi đổi khoá. Trên trang verify.html là các ô tương ứng.")
                .element("h2", "Điều được chứng minh, điều không")
                .element(
                        "p",
                        "Được chứng minh khi chương trình kiểm chứng trả lời ĐÚNG: mỗi sự kiện trong gói đúng như khi được niêm phong (ai, lúc nào, vì sao); các số tiền trên, trừ số có dấu *, là tổng các dòng định khoản mà sự kiện nêu."
                                + (head.complete()
                                        ? " Gói có đủ các lá của sổ đến điểm kiểm tra, nên các luồng sự kiện mà chương trình kiểm chứng nêu tên không thiếu sự kiện nào."
                                        : " Gói không kèm đủ các lá của sổ, nên không chứng minh được rằng không có sự kiện nào bị bỏ ra ngoài gói, và thời điểm ghi chỉ được chứng minh về thứ tự.")
                                + (state.witnessed()
                                        ? " Không sự kiện nào bị sửa, xoá, chèn, đổi chỗ kể từ điểm kiểm tra đã được chứng kiến."
                                        : " Khi chưa đủ chữ ký chứng kiến, người quản trị hệ thống vẫn có thể đã viết lại toàn bộ sổ."))
                .element(
                        "p",
                        ReportProof.NOT_PROVEN
                                + " Về văn bản, xem cột “Người nhập đã thấy”. Câu chữ của báo cáo này do hệ thống viết ra từ các sự kiện; chỉ sự kiện và số tiền là được kiểm chứng.");
    }

    /** The object and everybody who acted, at once. */
    private Map<String, String> named(BundleView bundle, List<EventView> events, Viewer viewer) {
        Set<Names.Key> wanted = new LinkedHashSet<>();
        Consumer<Id> add = id -> wanted.add(new Names.Key(id.value(), bundle.asOf(), viewer));
        add.accept(bundle.ofId());
        add.accept(bundle.exportedById());
        for (EventView event : events) {
            Decision decision = event.envelope().decision();
            if (decision == null) continue;
            add.accept(decision.actor().person());
            add.accept(decision.decidedBy().person());
        }
        Map<String, String> found = new HashMap<>();
        names.load(wanted).forEach((key, name) -> found.put(key.id(), name));
        return found;
    }

    private static String name(String id, Made made) {
        return made.names().getOrDefault(id, id);
    }
}
