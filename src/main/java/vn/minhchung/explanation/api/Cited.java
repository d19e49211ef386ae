package vn.minhchung.explanation.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.rules.RuleVersionId;
import vn.minhchung.rules.RuleVersionView;

/** Rule versions as a sentence cites them, by article and document. */
@Component
final class Cited {
    /** More of them are only counted: the list of rules has them all. */
    private static final int MOST = 5;

    private final Texts texts;

    Cited(Texts texts) {
        this.texts = texts;
    }

    CompletableFuture<List<Shown<?>>> versions(Collection<RuleRef> rules, Moment moment, Loader loader) {
        return loader.nodes(rules.stream().map(RuleVersionId::of).toList(), moment);
    }

    /** Empty without rules. */
    String words(List<Shown<?>> rules, Locale language) {
        List<String> citations = rules.stream()
                .map(Shown::view)
                .filter(RuleVersionView.class::isInstance)
                .map(RuleVersionView.class::cast)
                .map(version -> version.source().citation())
                .distinct()
                .toList();
        if (citations.isEmpty()) return "";
        String first = String.join("; ", citations.stream().limit(MOST).toList());
        int more = citations.size() - MOST;
        String key = more > 0 ? "explain.rules.more" : "explain.rules";
        return " "
                + Told.text(texts, key, language, Map.of("rules", first, "more", Integer.toString(Math.max(0, more))));
    }
}
