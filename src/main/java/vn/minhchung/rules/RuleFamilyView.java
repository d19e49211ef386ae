package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A family of rule versions as GraphQL shows it.
 *
 * @param versionIds in the order they were recorded
 */
public record RuleFamilyView(String family, Control control, List<RuleVersionId> versionIds) implements Readable {

    /**
     * The director's switch.
     *
     * @param since the day it was set; null while it never was
     */
    public record Control(
            SwitchMode mode,
            @Nullable String reason,
            @Nullable LocalDate since) {}

    /** The law, and how the department applies it, are public. */
    @Override
    public boolean visibleTo(Viewer viewer) {
        return true;
    }
}
