package vn.minhchung.budgets.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.minhchung.budgets.SpendingAsset;
import vn.minhchung.budgets.SpendingItem;
import vn.minhchung.budgets.SpendingSum;
import vn.minhchung.budgets.SpendingVoucher;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;

/** What holds for a report of spending by itself: its period, its vouchers, and that every item multiplies out. */
record SpendingContent(LocalDate from, LocalDate to, List<SpendingItem> items, Vnd total) {
    private static final int MOST_ITEMS = 500;

    /** @throws Refusal INVALID_INPUT, DATES_OUT_OF_ORDER, AMOUNT_NOT_POSITIVE, LINES_DO_NOT_SUM, VOUCHER_NUMBER_USED */
    void check(LocalDate taskStart, LocalDate today) {
        Acting.notAfter(taskStart, from, "from");
        Acting.notAfter(from, to, "to");
        Acting.notAfter(to, today, "to");
        if (from.getYear() != to.getYear())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", from.getYear(), "value", to.getYear())
                    .at("to");
        if (items.isEmpty() || items.size() > MOST_ITEMS)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "1–" + MOST_ITEMS, "value", items.size())
                    .at("items");
        Set<String> used = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            SpendingItem item = items.get(i);
            String at = Integer.toString(i);
            if (PlainText.saysNothing(item.content()))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("items", at, "content");
            Limits.requirePositive(item.amount(), "items", at, "amount");
            voucher(item, at);
            if (!used.add(key(item.voucher())))
                throw Refusal.of(ErrorCode.VOUCHER_NUMBER_USED, "voucher", key(item.voucher()))
                        .at("items", at, "voucher");
            detail(item, at);
        }
        Vnd sum = Vnd.sum(items.stream().map(SpendingItem::amount).toList());
        if (!sum.equals(total))
            throw Refusal.of(ErrorCode.LINES_DO_NOT_SUM, "limit", total.digits(), "actual", sum.digits())
                    .at("total");
    }

    private void voucher(SpendingItem item, String at) {
        SpendingVoucher voucher = item.voucher();
        boolean named = voucher.payee() != null && !PlainText.saysNothing(voucher.payee());
        if (PlainText.saysNothing(voucher.number()) || named == (voucher.person() != null))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "payee | person", "value", voucher.number())
                    .at("items", at, "voucher");
        if (voucher.date().isBefore(from) || voucher.date().isAfter(to))
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "from", from, "to", to, "date", voucher.date())
                    .at("items", at, "voucher", "date");
        Vnd tax = voucher.taxWithheld();
        if (tax.isNegative() || tax.isMoreThan(item.amount()))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "0–" + item.amount(), "value", tax.digits())
                    .at("items", at, "voucher", "taxWithheld");
    }

    private static void detail(SpendingItem item, String at) {
        long given = Stream.of(item.labour(), item.seminar(), item.survey(), item.asset(), item.quantity())
                .filter(Objects::nonNull)
                .count();
        boolean fits = switch (item.line()) {
            case REMUNERATION -> item.labour() != null && item.labour().person() != null;
            case SURVEYS -> item.survey() != null || item.quantity() != null;
            case SEMINARS_TRAVEL -> item.seminar() != null || item.quantity() != null;
            // repair and rent leave no asset behind
            case EQUIPMENT -> item.asset() != null || item.quantity() != null;
            case UNSKILLED_LABOUR,
                    DOMESTIC_EXPERTS,
                    FOREIGN_EXPERTS,
                    MATERIALS,
                    MISSIONS_ABROAD,
                    OUTSOURCED_SERVICES,
                    STATIONERY,
                    SELF_EVALUATION,
                    MANAGEMENT,
                    OTHER -> item.quantity() != null;
        };
        if (!fits || given != 1)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", item.line(), "value", given)
                    .at("items", at);
        if (item.seminar() != null) {
            EstimateContent.requireSound(item.seminar(), at);
            return;
        }
        Vnd product = product(item, at);
        if (!product.equals(item.amount()))
            throw Refusal.of(
                            ErrorCode.LINES_DO_NOT_SUM,
                            "limit",
                            product.digits(),
                            "actual",
                            item.amount().digits())
                    .at("items", at, "amount");
    }

    private static Vnd product(SpendingItem item, String at) {
        if (item.labour() != null) {
            EstimateContent.requireSound(item.labour(), at);
            return EstimateContent.product(item.labour()::amount, at);
        }
        if (item.survey() != null) {
            EstimateContent.requireSound(item.survey(), at);
            return EstimateContent.product(item.survey()::amount, at);
        }
        if (item.quantity() != null) return EstimateContent.product(item.quantity()::amount, at);
        SpendingAsset asset = Objects.requireNonNull(item.asset());
        if (PlainText.saysNothing(asset.card()) || PlainText.saysNothing(asset.place()))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("items", at, "asset");
        return asset.price();
    }

    /** By source and line, in the order of the items. */
    List<SpendingSum> sums() {
        return sums(items);
    }

    static List<SpendingSum> sums(List<SpendingItem> items) {
        Map<TaskSpending.Key, Vnd> sums = new LinkedHashMap<>();
        items.forEach(item -> sums.merge(new TaskSpending.Key(item.source(), item.line()), item.amount(), Vnd::plus));
        List<SpendingSum> all = new ArrayList<>();
        sums.forEach((key, amount) -> all.add(new SpendingSum(key.source(), key.line(), amount)));
        return List.copyOf(all);
    }

    List<String> vouchers() {
        return vouchers(items);
    }

    static List<String> vouchers(List<SpendingItem> items) {
        return items.stream().map(item -> key(item.voucher())).toList();
    }

    /** Payee, number and date; spelling variants of case and spaces are one voucher. */
    private static String key(SpendingVoucher voucher) {
        String payee = voucher.person() == null
                ? Objects.requireNonNull(voucher.payee())
                : voucher.person().value();
        return (payee + "/" + voucher.number() + "/" + voucher.date())
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
