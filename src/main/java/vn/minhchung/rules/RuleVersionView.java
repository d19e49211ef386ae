package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A rule version as GraphQL shows it.
 *
 * @param overrides the national version it goes before on its days
 * @param validTo last day, as set or moved since
 */
public record RuleVersionView(
        String family,
        String version,
        RuleState state,
        Standing standing,
        Confidence confidence,
        LegalSource source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        TriggerKind trigger,
        @Nullable String evaluation,
        List<RuleParameter> parameters,
        List<RuleExample> examples,
        String sha256,
        @Nullable String overrides)
        implements Readable {

    public static RuleVersionView of(RuleVersion content, String sha256, @Nullable String overrides, RuleState state) {
        return new RuleVersionView(
                content.family(),
                content.version(),
                state,
                content.standing(),
                content.confidence(),
                content.source(),
                content.validFrom(),
                content.validTo(),
                content.trigger(),
                content.evaluation(),
                RuleParameter.listOf(content.parameters()),
                content.examples().stream().map(RuleExample::of).toList(),
                sha256,
                overrides);
    }

    public RuleVersionView with(RuleState newState, @Nullable LocalDate lastDay) {
        return new RuleVersionView(
                family,
                version,
                newState,
                standing,
                confidence,
                source,
                validFrom,
                lastDay,
                trigger,
                evaluation,
                parameters,
                examples,
                sha256,
                overrides);
    }

    /** The version as rules are computed with: examples are for reading only and left out. */
    public RuleVersion content() {
        return new RuleVersion(
                family,
                version,
                standing,
                confidence,
                source,
                validFrom,
                validTo,
                trigger,
                evaluation,
                RuleParameter.mapOf(parameters),
                List.of());
    }

    /** The law is public. */
    @Override
    public boolean visibleTo(Viewer viewer) {
        return true;
    }
}
