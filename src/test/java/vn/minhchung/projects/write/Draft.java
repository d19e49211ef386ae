package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.ProjectCommand.RegisterApprovedTask;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.projects.TaskKind;
import vn.minhchung.projects.TaskLevel;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.Trigger;

/** The example approval, to be changed in one place. */
final class Draft {
    private final RegisterApprovedTask example = ProjectExamples.register();
    ProjectId project = example.project();
    String code = example.code();
    OrganisationId issuer = example.issuer();
    String title = example.title();
    TaskKind kind = example.kind();
    TaskLevel level = example.level();
    PersonId investigator = example.principalInvestigator();
    List<TaskMember> members = example.members();
    List<BudgetShare> budget = example.budget();
    Vnd total = example.totalBudget();
    Vnd state = example.stateBudget();
    KhoanMode khoanMode = example.khoanMode();
    int months = example.durationMonths();
    LocalDate start = example.start();
    LocalDate end = example.end();
    List<Trigger> triggers = example.triggers();

    RegisterApprovedTask command() {
        return new RegisterApprovedTask(
                project,
                code,
                issuer,
                title,
                kind,
                level,
                example.host(),
                investigator,
                members,
                budget,
                total,
                state,
                khoanMode,
                months,
                start,
                end,
                triggers);
    }
}
