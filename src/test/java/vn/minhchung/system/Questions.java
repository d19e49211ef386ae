package vn.minhchung.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.SchemaWalk;

/**
 * What is asked at every moment of the story: every field of {@code Query} with everything below it, and the objects of the
 * story deeper than their lists go.
 */
final class Questions {
    private static final int DEPTH = 3;

    /** Some way below what the system allows in one operation. */
    private static final int DEAREST = 200_000;

    private static final long LONGEST = 12_000;
    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\w\\s]");

    /** Fields that answer about the moment of asking or lie outside the record, each with its reason. */
    static final Set<String> OF_NO_MOMENT = Set.of(
            "Query.asOf", // the way back itself
            "Query.refusals", // attempts are no events: between two of them more may have been refused
            "Query.readings", // nor are readings: asking makes more of them
            "Query.ownReadings",
            "Query.deadLetters", // what processes could not do, as it is kept at the time of asking
            "Query.viewStandings", // how the views stand at the time of asking
            "ViewOrder.progress", // what came of an order by the time of asking
            "Query.checkpoint", // a proof is about the log as it is
            "Query.consistency",
            "Query.logContradictions", // what was found is no event
            "RecordedEvent.proof");

    /** Asked of a few figures, versions and objects: see {@link ExplainQuestions} and {@link TimeQuestions}. */
    private static final Set<String> OF_FEW =
            Set.of("Figure.explain", "Query.whatIf", "HistoryEdge.changes", "HistoryEdge.previous", "HistoryEdge.next");

    private static final String SWITCHED = "rule:four-eyes.volume-withdrawal";
    private static final String REVERSED = Id.derived("project", "demo", "7");
    private static final String REVERSED_WITHDRAWAL = Id.derived("paper", "demo", "7", "1");
    private static final String GIVEN_BACK = Id.derived("paper", "demo", "1", "12");
    private static final String RECODED = Id.derived("paper", "demo", "1", "11");
    private static final String RECODING = Id.derived("paper", "demo", "1", "17");
    private static final String CANCELLED = Id.derived("paper", "demo", "4", "1");

    /** Lists of what leads to most figures. */
    private static final Set<String> SHALLOW = Set.of(
            "appropriations",
            "treasuryPapers",
            "volumes",
            "carryOvers",
            "spendingReports",
            "savingsReports",
            "auditHits");

    /** Reads every row of every view: asked by itself, and at fewer moments. */
    private static final String RECEIPTS = "viewReceipts";

    private static final Set<String> SELDOM = Set.of(RECEIPTS, TimeQuestions.CHANGED_TASKS);

    private final SchemaWalk walk = new SchemaWalk(arguments(), leftOut());
    private final Set<Question> all = new LinkedHashSet<>();

    /**
     * @param asker whose rights show it
     * @param field of {@code Query}
     */
    record Question(Cast asker, String field) {
        /** Its name, without arguments and what is below it. */
        String root() {
            return field.split("\\W", 2)[0];
        }
    }

    /** Questions of one asker, asked together. */
    record Operation(Cast asker, String fields) {}

    Questions() {
        walk.schema().getQueryType().getFieldDefinitions().stream()
                .map(field -> field.getName())
                .filter(name -> !leftOut().contains("Query." + name) && !SELDOM.contains(name))
                .forEach(name -> ask(
                        name.equals("inbox") ? Cast.CHIEF_ACCOUNTANT : Cast.INSPECTOR,
                        walk.rootField(name, SHALLOW.contains(name) ? DEPTH - 1 : DEPTH)));
        ask(Cast.HOST_ACCOUNTANT, walk.rootField("inbox", 2));
        node("Account", RareMutations.ACCOUNT, 2);
        node("Account", Cast.CHIEF_ACCOUNTANT.account().value(), 2);
        node("Account", Cast.HOST_HEAD.account().value(), 2);
        node("Person", Scene.person(RareMutations.LOGIN), 1);
        node("Person", Cast.INVESTIGATOR.person().value(), 2);
        node("Person", Cast.OFFICER.person().value(), 1);
        node("Organisation", Organisation.HOST.id().value(), 1);
        node("Organisation", Organisation.INSTITUTE.id().value(), 1);
        node("RuleFamily", SWITCHED, 1);
        node("Delegation", RareMutations.DELEGATION, 1);
        node("Delegation", RareMutations.PASSED_ON, 1);
        node("Delegation", RareMutations.OF_HOST, 1);
        node("Appropriation", RareMutations.RECORDED_MONEY, 1);
        node("Appropriation", Scene.appropriation(RareMutations.PAID), 2);
        node("Appropriation", YearEndScene.CLOSED_YEAR, 2);
        node("CarryOver", YearEndScene.CARRIED, 2);
        node("TreasuryPaper", Scene.paper(RareMutations.PAID, 1), 1);
        node("TreasuryPaper", CANCELLED, 0);
        node("TreasuryPaper", GIVEN_BACK, 1);
        node("Volume", Id.derived("volume", "demo", "1", "1"), 1);
        node("Volume", Id.derived("volume", "demo", "1", "4"), 0);
        node("TreasuryPaper", Id.derived("paper", "demo", "13", "2"), 1);
        node("Refund", RefundScene.refund(), 2);
        node("Settlement", SettlementScene.OF_TASK, 2);
        node("Settlement", SettlementScene.OF_YEAR, 2);
        node("TreasuryPaper", RECODING, 2);
        node("TreasuryPaper", RECODED, 1);
        node("DepositAccount", RareMutations.CLOSED, 1);
        node("Estimate", EstimateScene.estimate(), 3);
        node("SpendingReport", SpendingScene.REPORT, 3);
        node("SpendingReport", SpendingScene.RETURNED, 1);
        node("SavingsReport", SpendingScene.SAVING, 1);
        node("SavingsReport", SpendingScene.NO_SAVING, 1);
        task(
                EstimateScene.project(),
                "budget { __typename counterpart { %s } }".formatted(walk.everythingOf("Counterpart", 0)));
        node("Project", Scene.project(RareMutations.CONTRACTED), 2);
        node("Project", RareMutations.PAST_TASK, 3);
        node("Adjustment", RareAdjustments.BUDGET, 2);
        node("Adjustment", RareAdjustments.INVESTIGATOR, 2);
        node("Adjustment", RareAdjustments.HOST, 2);
        node("Adjustment", RareAdjustments.MEMBERS, 2);
        node("Adjustment", RareAdjustments.SHORTENING, 1);
        node("Adjustment", RareAdjustments.TITLE, 1);
        task(
                Scene.project(RareAdjustments.SCENE),
                "adjustments { %s } exceptions { %s }"
                        .formatted(walk.everythingOf("Adjustment", 1), walk.everythingOf("TaskException", 1)));
        task(
                DemoLoader.firstTask().value(),
                "budget { __typename lines { %s } tranches { %s } }"
                        .formatted(walk.everythingOf("BudgetLine", 1), walk.everythingOf("Tranche", 1)));
        task(REVERSED, "budget { __typename advanced { %s } }".formatted(walk.everythingOf("Figure", 2)));
        task(
                REVERSED,
                "budget { __typename advanced { __typename postings(first: 20) { __typename nodes { __typename entry { %s } } } } }"
                        .formatted(walk.everythingOf("LedgerEntry", 1)));
        task(
                Scene.project(RareMutations.PAID),
                "waitingFor { %s }".formatted(walk.everythingOf("WaitingFor", 1))
                        + " budget { __typename paid { %s } }".formatted(walk.everythingOf("Figure", 1)));
        task(
                DemoLoader.firstTask().value(),
                "steps { %s } publicity { %s }"
                        .formatted(walk.everythingOf("TaskStep", 1), walk.everythingOf("TaskPublicity", 1)));
        task(
                Scene.project(LifeStory.TERMINATED),
                "life { inspections { present { %s } } }".formatted(walk.everythingOf("InspectionAttendance", 1)));
        task(
                Scene.project(LifeStory.COMPLETED),
                "life { assets { items { %s } } }".formatted(walk.everythingOf("HandedOverItem", 1)));
        for (int lived : new int[] {LifeStory.COMPLETED, LifeStory.TERMINATED})
            task(
                    Scene.project(lived),
                    "life { %s } publicity { %s } steps { %s }"
                            .formatted(
                                    walk.everythingOf("TaskLife", 2),
                                    walk.everythingOf("TaskPublicity", 1),
                                    walk.everythingOf("TaskStep", 1)));
        history(REVERSED_WITHDRAWAL);
        history(Scene.person(RareMutations.LOGIN));
        history(RareMutations.PAST_TASK);
        TimeQuestions.all(walk).forEach(this::ask);
        ask("auditHits(first: 3, filter: {parts: [DECIDED_AFTER_RESET], states: [EXPLAINED, FALSE_ALARM, FINDING]})"
                + " { nodes { %s } }".formatted(walk.everythingOf("AuditHit", 1)));
        ask("calendar(year: %d) { %s }".formatted(RareMutations.CALENDAR, walk.everythingOf("Calendar", 1)));
        ask("ruleVersion(%s) { %s }".formatted(RareMutations.RULE, walk.everythingOf("RuleVersion", 2)));
        ask("signatories(unit: \"%s\") { %s }"
                .formatted(Organisation.HOST2.id().value(), walk.everythingOf("SignatoryList", 2)));
    }

    /** Everything that is asked at a moment, but for what is asked seldom. */
    Set<Question> all() {
        return all;
    }

    /** As few operations as fit the limits of cost and length. */
    static List<Operation> operations(Collection<Question> questions, ToIntFunction<Question> cost) {
        List<Operation> operations = new ArrayList<>();
        for (Cast asker : List.of(Cast.INSPECTOR, Cast.CHIEF_ACCOUNTANT, Cast.HOST_ACCOUNTANT)) {
            StringBuilder fields = new StringBuilder();
            int sum = 0;
            long tokens = 0;
            int number = 0;
            for (Question question : questions) {
                if (question.asker() != asker) continue;
                int one = cost.applyAsInt(question);
                long length = TOKEN.matcher(question.field()).results().count();
                if (sum > 0 && (sum + one > DEAREST || tokens + length > LONGEST)) {
                    operations.add(new Operation(asker, fields.toString()));
                    fields.setLength(0);
                    sum = 0;
                    tokens = 0;
                }
                sum += one;
                tokens += length;
                fields.append("%s_%d: %s\n".formatted(question.root(), ++number, question.field()));
            }
            if (!fields.isEmpty()) operations.add(new Operation(asker, fields.toString()));
        }
        return operations;
    }

    /** Asked by themselves, at fewer moments, this one among them. */
    List<Operation> seldom(long position) {
        List<String> fields = new ArrayList<>();
        fields.add(RECEIPTS + ": " + walk.rootField(RECEIPTS, 1));
        fields.add(TimeQuestions.CHANGED_TASKS + ": " + TimeQuestions.changedTasks(walk, position));
        fields.add(ExplainQuestions.whatIf(walk));
        fields.addAll(ExplainQuestions.all(walk));
        return fields.stream()
                .map(field -> new Operation(Cast.INSPECTOR, field))
                .toList();
    }

    SchemaWalk walk() {
        return walk;
    }

    private void ask(String fields) {
        ask(Cast.INSPECTOR, fields);
    }

    private void ask(Cast asker, String fields) {
        all.add(new Question(asker, fields));
    }

    private void node(String type, String id, int depth) {
        ask("node(id: \"%s\") { __typename ... on %s { %s } }".formatted(id, type, walk.everythingOf(type, depth)));
    }

    private void task(String id, String fields) {
        ask("project(id: \"%s\") { __typename %s }".formatted(id, fields));
    }

    private void history(String of) {
        ask("history(of: \"%s\", first: 20) { %s }".formatted(of, walk.everythingOf("HistoryConnection", 2)));
    }

    private static Set<String> leftOut() {
        Set<String> leftOut = new LinkedHashSet<>(OF_NO_MOMENT);
        leftOut.addAll(OF_FEW);
        return leftOut;
    }

    private static Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        String project = "\"" + DemoLoader.firstTask().value() + "\"";
        arguments.put("Query.node", "id: " + project);
        arguments.put("Query.project", "id: " + project);
        arguments.put("Query.history", "of: " + project + ", first: 3");
        arguments.put("Query.signatories", "unit: \"" + DemoLoader.department().value() + "\"");
        arguments.put("Query.ruleVersion", "family: \"advance.first\", version: \"ttlt-27-2015\"");
        arguments.put("Query.bundle", "id: \"" + OversightScene.BUNDLE + "\"");
        arguments.put("Query.calendar", "year: 2025");
        arguments.put("Query.deadlines", "on: \"2025-03-03\", from: \"2025-03-03\"");
        arguments.putAll(TimeQuestions.arguments());
        arguments.put("Query.explain", "of: " + project);
        arguments.put("Query.projects", "first: 3, orderBy: null");
        arguments.put("Query.ruleVersions", "first: 3");
        arguments.put("Query.ruleProposals", "first: 3");
        arguments.put("Query.events", "first: 3");
        arguments.put("Calendar.workingDay", "date: \"2025-03-03\"");
        arguments.put("Budget.settledInYear", "year: 2025");
        arguments.put("BudgetLine.settledInYear", "year: 2025");
        arguments.put("Figure.breakdown", "by: [YEAR, SOURCE, LINE, ITEM]");
        return arguments;
    }
}
