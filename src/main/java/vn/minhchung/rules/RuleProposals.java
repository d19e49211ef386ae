package vn.minhchung.rules;

import java.util.List;
import java.util.Optional;

/** What the shipped files propose. Nothing here is in force. */
public interface RuleProposals {
    /** By family, then first day of validity. */
    List<RuleVersion> versions();

    Optional<RuleVersion> find(String family, String version);

    /** By year. */
    List<CalendarYear> calendars();
}
