package vn.minhchung.explanation.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.InWords;
import vn.minhchung.budgets.Formula;
import vn.minhchung.budgets.LedgerQuery.Scope;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Texts;

/** A figure's explanation as one sentence: its amount, the sum it is, and how many postings of which days stand behind. */
@Component
final class FigureSentence {
    private final Texts texts;
    private final InWords words;

    FigureSentence(Texts texts, InWords words) {
        this.texts = texts;
        this.words = words;
    }

    String of(FigureExplained explained, Locale language) {
        String told = text(
                explained.terms().isEmpty() ? "explain.figure" : "explain.figure.derived",
                language,
                Map.of(
                        "name", name(explained.figure().formula(), language),
                        "scope", scope(explained.figure().scope(), language),
                        "amount", words.value(explained.sum(), language),
                        "terms", terms(explained.terms(), language)));
        return Told.capital(told, language) + basis(explained, language) + ".";
    }

    private String terms(List<FigureExplained.Term> terms, Locale language) {
        StringBuilder sum = new StringBuilder();
        for (FigureExplained.Term term : terms) {
            Vnd amount = term.adds().times(term.factor());
            if (!sum.isEmpty() || term.factor() < 0) sum.append(term.factor() < 0 ? " − " : " + ");
            sum.append(name(term.figure().formula(), language)).append(' ');
            String said = words.value(amount, language);
            sum.append(amount.isNegative() ? "(" + said + ")" : said);
        }
        return sum.toString();
    }

    private String basis(FigureExplained explained, Locale language) {
        if (explained.shares().isEmpty()) return text("explain.figure.none", language, Map.of());
        return text(
                "explain.figure.basis",
                language,
                Map.of(
                        "postings", Integer.toString(explained.postings()),
                        "events", Integer.toString(explained.positions().size()),
                        "from", words.value(explained.firstDay(), language),
                        "to", words.value(explained.lastDay(), language)));
    }

    /** What the figure is narrowed to, in brackets; empty for the whole. */
    private String scope(Scope scope, Locale language) {
        List<String> parts = new ArrayList<>();
        narrowed(parts, "year", scope.year() == null ? null : scope.year().toString(), language);
        narrowed(parts, "source", scope.source() == null ? null : words.value(scope.source(), language), language);
        narrowed(parts, "line", scope.line() == null ? null : words.value(scope.line(), language), language);
        narrowed(
                parts,
                "tranche",
                scope.tranche() == null ? null : scope.tranche().toString(),
                language);
        narrowed(
                parts,
                "through",
                scope.effectiveThrough() == null ? null : words.value(scope.effectiveThrough(), language),
                language);
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private void narrowed(List<String> parts, String by, @Nullable String value, Locale language) {
        if (value != null) parts.add(text("explain.scope." + by, language, Map.of("value", value)));
    }

    private String name(Formula formula, Locale language) {
        return text("figure." + formula, language, Map.of());
    }

    private String text(String key, Locale language, Map<String, String> values) {
        return Told.text(texts, key, language, values);
    }
}
