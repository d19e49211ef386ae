package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.Comparator;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleCommand.SwitchRule;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.SwitchMode;

/** The director puts the shipped rule versions and working calendars in force, and later switches one internal rule. */
final class DemoRules {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 3);

    private final Story story;
    private final RuleProposals proposals;

    DemoRules(Story story, RuleProposals proposals) {
        this.story = story;
        this.proposals = proposals;
    }

    void tell() {
        story.on(DAY);
        proposals.versions().stream()
                .sorted(Comparator.comparing(RuleVersion::family).thenComparing(RuleVersion::validFrom))
                .forEach(version -> decides("01/QĐ-SKHCN")
                        .does(new PutRuleVersionInForce(
                                version.family(), version.version(), RuleHash.of(version), true)));
        proposals.calendars().stream()
                .filter(year -> year.year() != DemoOffice.CALENDAR)
                .sorted(Comparator.comparingInt(CalendarYear::year))
                .forEach(year -> decides("02/QĐ-SKHCN")
                        .does(new DecideCalendarYear(
                                year.year(), year.confidence(), year.source(), year.daysOff(), year.workedWeekends())));
    }

    /** A small department relaxes one pair, on record. */
    void switched(LocalDate day) {
        story.on(day);
        story.as(Cast.DIRECTOR)
                .because("Chỉ có một kế toán trong thời gian nghỉ phép; giảm mức xuống cảnh báo")
                .under(LegalBasis.Kind.DECISION, "15/QĐ-SKHCN", "Sở KH&CN Hưng Yên", day)
                .does(new SwitchRule("four-eyes.volume-withdrawal", SwitchMode.WARN));
    }

    private Story.As decides(String number) {
        return story.as(Cast.DIRECTOR)
                .because("Áp dụng thống nhất trong toàn Sở")
                .under(LegalBasis.Kind.DECISION, number, "Sở KH&CN Hưng Yên", DAY);
    }
}
