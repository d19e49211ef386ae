package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.minhchung.kernel.AmountOutOfRange;
import vn.minhchung.kernel.Decimal;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quote;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;

/** What holds for the items of an estimate whatever the norms say: each has the detail of its line and multiplies out. */
final class EstimateContent {
    private static final int MOST_ITEMS = 500;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_HEADS = 10_000;
    private static final int MOST_QUESTIONNAIRES = 1_000_000;

    private EstimateContent() {}

    /** @throws Refusal INVALID_INPUT, AMOUNT_NOT_POSITIVE, LINES_DO_NOT_SUM */
    static void check(List<EstimateItem> items, LocalDate on) {
        if (items.isEmpty() || items.size() > MOST_ITEMS)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "1–" + MOST_ITEMS, "value", items.size())
                    .at("items");
        for (int i = 0; i < items.size(); i++) {
            String at = Integer.toString(i);
            EstimateItem item = items.get(i);
            if (PlainText.saysNothing(item.content()))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("items", at, "content");
            Limits.requirePositive(item.amount(), "items", at, "amount");
            requireDetail(item, at);
            Quote quote = item.quote();
            if (quote != null && quote.date().isAfter(on))
                throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "earlier", on, "later", quote.date())
                        .at("items", at, "quote", "date");
            multipliesOut(item, at);
        }
    }

    private static void requireDetail(EstimateItem item, String at) {
        long given = Stream.of(item.labour(), item.seminar(), item.survey(), item.quantity())
                .filter(Objects::nonNull)
                .count();
        boolean fits = switch (item.line()) {
            case REMUNERATION -> item.labour() != null;
            case SURVEYS -> item.survey() != null || item.quantity() != null;
            case SEMINARS_TRAVEL -> item.seminar() != null || item.quantity() != null;
            case MANAGEMENT -> given == 0 || item.quantity() != null;
            case UNSKILLED_LABOUR,
                    DOMESTIC_EXPERTS,
                    FOREIGN_EXPERTS,
                    MATERIALS,
                    EQUIPMENT,
                    MISSIONS_ABROAD,
                    OUTSOURCED_SERVICES,
                    STATIONERY,
                    SELF_EVALUATION,
                    OTHER -> item.quantity() != null;
        };
        if (!fits || given > 1)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", expected(item.line()), "value", item.line())
                    .at("items", at);
    }

    private static String expected(LineCategory line) {
        return switch (line) {
            case REMUNERATION -> "labour";
            case SURVEYS -> "survey, quantity";
            case SEMINARS_TRAVEL -> "seminar, quantity";
            case UNSKILLED_LABOUR,
                    DOMESTIC_EXPERTS,
                    FOREIGN_EXPERTS,
                    MATERIALS,
                    EQUIPMENT,
                    MISSIONS_ABROAD,
                    OUTSOURCED_SERVICES,
                    STATIONERY,
                    SELF_EVALUATION,
                    MANAGEMENT,
                    OTHER -> "quantity";
        };
    }

    /** A seminar has no product of its own: what may be paid for it is a norm. */
    private static void multipliesOut(EstimateItem item, String at) {
        if (item.labour() != null) {
            requireSound(item.labour(), at);
            require(product(item.labour()::amount, at), item.amount(), at);
        } else if (item.survey() != null) {
            requireSound(item.survey(), at);
            require(product(item.survey()::amount, at), item.amount(), at);
        } else if (item.quantity() != null) {
            require(product(item.quantity()::amount, at), item.amount(), at);
        } else if (item.seminar() != null) requireSound(item.seminar(), at);
    }

    static void requireSound(Labour labour, String at) {
        if (labour.months() < 0 || labour.months() > MOST_MONTHS)
            throw invalid("0–" + MOST_MONTHS, labour.months(), at, "labour", "months");
        if (labour.extraDays() < 0 || labour.extraDays() >= Labour.DAYS_A_MONTH)
            throw invalid("0–" + (Labour.DAYS_A_MONTH - 1), labour.extraDays(), at, "labour", "days");
        if (Decimal.parse(labour.coefficient()).isZero())
            throw invalid("> 0", labour.coefficient(), at, "labour", "coefficient");
    }

    static void requireSound(Seminar seminar, String at) {
        requireCount(seminar.sessions(), 1, MOST_HEADS, at, "seminar", "sessions");
        requireCount(seminar.participants(), 0, MOST_HEADS, at, "seminar", "participants");
        requireCount(seminar.papers(), 0, MOST_HEADS, at, "seminar", "papers");
        requireCount(seminar.invitedPapers(), 0, MOST_HEADS, at, "seminar", "invitedPapers");
    }

    static void requireSound(Survey survey, String at) {
        requireCount(survey.questionnaires(), 1, MOST_QUESTIONNAIRES, at, "survey", "questionnaires");
        requireCount(survey.indicators(), 1, MOST_HEADS, at, "survey", "indicators");
    }

    private static void requireCount(int count, int least, int most, String... at) {
        if (count < least || count > most) throw invalid(least + "–" + most, count, at);
    }

    /** What a detail multiplies out to. @throws Refusal INVALID_INPUT where no amount is that large */
    static Vnd product(Supplier<Vnd> detail, String at) {
        try {
            return detail.get();
        } catch (AmountOutOfRange tooLarge) {
            throw tooLarge.refusal().at("items", at, "amount");
        }
    }

    private static void require(Vnd product, Vnd stated, String at) {
        if (!product.equals(stated))
            throw Refusal.of(ErrorCode.LINES_DO_NOT_SUM, "limit", product.digits(), "actual", stated.digits())
                    .at("items", at, "amount");
    }

    private static Refusal invalid(Object expected, Object value, String... at) {
        String[] path = new String[at.length + 1];
        path[0] = "items";
        System.arraycopy(at, 0, path, 1, at.length);
        return Refusal.of(ErrorCode.INVALID_INPUT, "expected", expected, "value", value)
                .at(path);
    }
}
