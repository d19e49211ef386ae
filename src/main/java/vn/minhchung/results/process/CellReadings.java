package vn.minhchung.results.process;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.identifier.ContractNumber;
import vn.minhchung.kernel.identifier.DocumentNumber;
import vn.minhchung.kernel.text.DateText;
import vn.minhchung.kernel.text.MoneyText;
import vn.minhchung.kernel.text.MoneyUnit;
import vn.minhchung.kernel.text.Rating;
import vn.minhchung.kernel.text.RatingText;
import vn.minhchung.kernel.text.Reading;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;

/**
 * What single cells mean, in canonical text. A reading may be unclear for two reasons. The source itself may leave it open
 * ({@code hơn 1,5 tỷ đồng}): nobody can type anything better, the cell is kept as it stands and the line goes in. Or
 * the text may be readable two ways or none ({@code 30/02/2020}): then somebody has to look at the paper, and the line waits.
 */
final class CellReadings {
    private static final Set<String> OPEN_IN_THE_SOURCE = Set.of(
            "text.money.more_than",
            "text.money.less_than",
            "text.money.range",
            "text.money.other_currency",
            "text.date.year_missing",
            "text.date.bound",
            "text.rating.more_than_one",
            "text.rating.not_final",
            "import.kind.open",
            "import.code.contract_number",
            "import.code.document_number");

    private CellReadings() {}

    /** Whether a line has to wait for somebody who decides what an unclear cell means. */
    static boolean blocking(@Nullable Remark remark) {
        return remark == null || !OPEN_IN_THE_SOURCE.contains(remark.key());
    }

    /** @param unit of the column, where the heading or a title row states one */
    static Reading<String> money(String raw, @Nullable MoneyUnit unit) {
        Reading<Vnd> read = MoneyText.read(raw, unit);
        Vnd amount = read.value();
        return amount != null && amount.isNegative()
                ? Reading.unclear(raw, Remark.of("import.money.negative", amount.toText()))
                : read.map(Vnd::digits);
    }

    static Reading<String> date(String raw) {
        return DateText.read(raw).map(PartialDate::value);
    }

    static Reading<String> rating(String raw) {
        return RatingText.read(raw).map(Rating::label);
    }

    static Reading<String> text(String raw) {
        return of(raw, tidy -> Reading.exact(raw, tidy));
    }

    /** Columns of codes hold numbers of contracts and decisions too: those are kept, but they are no task's code. */
    static Reading<String> code(String raw) {
        return of(raw, tidy -> {
            if (isContractNumber(tidy)) {
                return Reading.unclear(raw, Remark.of("import.code.contract_number"));
            }
            return isDocumentNumber(tidy)
                    ? Reading.unclear(raw, Remark.of("import.code.document_number"))
                    : Reading.exact(raw, tidy);
        });
    }

    static Reading<String> kind(String raw) {
        return of(raw, tidy -> {
            String word =
                    VietnameseText.fold(tidy).replaceAll("[^a-z0-9]+", " ").strip();
            if (word.contains("san xuat thu nghiem") || word.contains("sxtn")) {
                return Reading.exact(raw, TaskKind.DU_AN_SXTN.name());
            }
            if (word.matches("du an (khoa hoc va cong nghe|kh cn|khcn)")) {
                return Reading.exact(raw, TaskKind.DU_AN_KHCN.name());
            }
            if (word.startsWith("de tai") || word.equals("dt")) {
                return Reading.exact(raw, TaskKind.DE_TAI.name());
            }
            if (word.startsWith("de an")) {
                return Reading.exact(raw, TaskKind.DE_AN.name());
            }
            if (word.startsWith("du an") || word.equals("da")) {
                return Reading.exact(raw, TaskKind.DU_AN.name());
            }
            return word.startsWith("nhiem vu")
                    ? Reading.unclear(raw, Remark.of("import.kind.open"))
                    : Reading.unclear(raw, Remark.of("import.kind.not_understood"));
        });
    }

    /** {@code tỉnh}, {@code cấp tỉnh}; a managing body ({@code UBND tỉnh …}) says it less directly. */
    static Reading<String> level(String raw) {
        return of(raw, tidy -> {
            String word =
                    VietnameseText.fold(tidy).replaceAll("[^a-z0-9]+", " ").strip();
            TaskLevel level = levelOf(word.replaceFirst("^cap ", ""));
            if (level != null) {
                return Reading.exact(raw, level.name());
            }
            TaskLevel ofBody = levelOfBody(word);
            return ofBody == null
                    ? Reading.unclear(raw, Remark.of("import.level.not_understood"))
                    : Reading.approximate(raw, ofBody.name(), Remark.of("import.level.from_body"));
        });
    }

    private static @Nullable TaskLevel levelOf(String word) {
        return switch (word) {
            case "quoc gia", "nha nuoc" -> TaskLevel.QUOC_GIA;
            case "bo", "bo nganh" -> TaskLevel.BO;
            case "tinh", "tinh thanh pho", "thanh pho truc thuoc trung uong" -> TaskLevel.TINH;
            case "huyen" -> TaskLevel.HUYEN;
            case "co so", "truong", "don vi" -> TaskLevel.CO_SO;
            default -> null;
        };
    }

    private static @Nullable TaskLevel levelOfBody(String word) {
        if (word.matches("(ubnd|uy ban nhan dan) (tinh|tp|thanh pho) .*")
                || word.matches("so (khoa hoc|kh cn|khcn)\\b.*")) {
            return TaskLevel.TINH;
        }
        if (word.matches("(ubnd|uy ban nhan dan) (huyen|thi xa|quan) .*")) {
            return TaskLevel.HUYEN;
        }
        return word.matches("bo (?!mon).*") ? TaskLevel.BO : null;
    }

    private static Reading<String> of(String raw, Function<String, Reading<String>> read) {
        return VietnameseText.isBlank(raw) ? Reading.blank(raw) : read.apply(tidy(raw));
    }

    /** One Unicode form, one line, single spaces. */
    static String tidy(String text) {
        return VietnameseText.normalise(text).replace('\n', ' ').replaceAll(" {2,}", " ");
    }

    private static boolean isContractNumber(String text) {
        try {
            ContractNumber.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Only with a kind of document ({@code QĐ}): a bare {@code 12/SKHCN} may be anybody's code. */
    private static boolean isDocumentNumber(String text) {
        try {
            return DocumentNumber.parse(text).kind() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
