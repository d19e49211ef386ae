package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.people.OrganisationCommand.RegisterOrganisation;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.RunningSystem;

/** A running system with one department, one host and one task under contract; decisions by invented people. */
public final class Department implements AutoCloseable {
    public static final LocalDate TODAY = Decisions.TODAY;

    private final RunningSystem system = RunningSystem.start();
    private final Commands commands = system.commands();
    private final AtomicInteger keys = new AtomicInteger();

    public RunningSystem system() {
        return system;
    }

    /** Administrator {@code admin} and inspector {@code inspector}, who sees everything, log in with the test password. */
    public Department withAccounts() {
        system.bean(Bootstrap.class).administrator("Quản Trị Thử", "admin", new Secret(RunningSystem.PASSWORD));
        RunningSystem.Client admin = system.as("admin");
        admin.data("""
                mutation($person: ID!) { registerPerson(input: {idempotencyKey: "p", person: $person, name: "Thanh Tra Thử"})
                { errors { code message } } }""", java.util.Map.of("person", Decisions.person("inspector").value()));
        admin.data(
                """
                mutation($person: ID!, $password: String!) {
                  createAccount(input: {idempotencyKey: "a", account: "account:00000000-0000-0000-0000-000000000001",
                    person: $person, login: "inspector", password: $password}) { errors { code message } } }""",
                java.util.Map.of("person", Decisions.person("inspector").value(), "password", RunningSystem.PASSWORD));
        admin.data("""
                mutation { grantRole(input: {idempotencyKey: "g", account: "account:00000000-0000-0000-0000-000000000001",
                  role: INSPECTOR}) { errors { code message } } }""");
        return this;
    }

    public Department withOrganisations() {
        Decision officer = Decisions.taken(Role.OFFICER);
        send(
                new RegisterOrganisation(
                        ProjectExamples.DEPARTMENT, "Sở Khoa học và Công nghệ", OrganisationKind.DEPARTMENT, null),
                officer);
        send(
                new RegisterOrganisation(
                        ProjectExamples.HOST, "Viện Thử nghiệm", OrganisationKind.RESEARCH_INSTITUTE, null),
                officer);
        List.of(ProjectExamples.INVESTIGATOR, ProjectExamples.SECRETARY, ProjectExamples.HOST_HEAD)
                .forEach(this::person);
        return this;
    }

    /** The newest version of the family. */
    public void inForce(String family, Decision by) {
        RuleVersion version = system.bean(RuleProposals.class).versions().stream()
                .filter(each -> each.family().equals(family))
                .max(Comparator.comparing(RuleVersion::validFrom))
                .orElseThrow();
        send(new PutRuleVersionInForce(family, version.version(), RuleHash.of(version), false), by);
    }

    public void person(PersonId person) {
        send(
                new RegisterPerson(
                        person, system.bean(PersonalData.class).seal(person, "Người Thử"), null, null, null, null),
                Decisions.taken(Role.OFFICER));
    }

    public Commands.Outcome send(Command command, Decision decision) {
        String mutation = mutationOf(command);
        return commands.send(command, keyed(decision, mutation, "key-" + keys.incrementAndGet()));
    }

    public void await(Commands.Outcome outcome) {
        if (!system.views().await(outcome.position())) throw new AssertionError("views are late");
    }

    public static Decision keyed(Decision d, String mutation, String key) {
        return new Decision(
                d.actor(),
                d.decidedBy(),
                d.basis(),
                d.reason(),
                d.today(),
                d.effectiveOn(),
                d.documentDate(),
                null,
                key,
                mutation,
                key,
                "test");
    }

    public static Decision voucher(Decision d) {
        LegalBasis voucher = new LegalBasis(
                LegalBasis.Kind.TREASURY_VOUCHER, "CT", "KBNN", TODAY, null, null, LegalBasis.Seen.E_SIGNED);
        return new Decision(
                d.actor(),
                d.decidedBy(),
                List.of(voucher),
                d.reason(),
                d.today(),
                d.effectiveOn(),
                d.documentDate(),
                null,
                d.requestId(),
                d.mutation(),
                d.idempotencyKey(),
                d.channel());
    }

    public static Decision hostHead(OrganisationId host) {
        return Decisions.takenFor(host, "host head", Role.HOST_HEAD);
    }

    private static String mutationOf(Command command) {
        @Nullable MayBeSentBy declared = command.getClass().getAnnotation(MayBeSentBy.class);
        return declared == null ? command.getClass().getSimpleName() : declared.mutation();
    }

    @Override
    public void close() {
        system.close();
    }
}
