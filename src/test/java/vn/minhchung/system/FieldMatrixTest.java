package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/** Role × field, as a person wrote it down ({@code access/fields.csv}), against the running system over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldMatrixTest {
    private static final String OTHER_HOST = "OTHER_HOST";
    private static final String SUPPOSED = "rule-version:labour.pi-ceiling/tt-03-2023";
    private static final Pattern OPERATION = Pattern.compile("mutation|subscription");
    private static final Pattern NO_OBJECTS =
            Pattern.compile("__.*|.*(Payload|Connection|Edge)|PageInfo|Mutation|Subscription|ViewedAt");

    private final RunningSystem system = ToldStory.once().system();
    private final GraphQLSchema schema = ToldStory.once().walk().schema();
    private final Map<String, String> objects = new HashMap<>();
    private final Map<String, String> arguments = new HashMap<>();

    /** A whole payment of a task nobody outside has seen, and where to find one object of every type. */
    @BeforeAll
    void objects() {
        Sender sender = new Sender(system);
        Scene scene = Scene.ready(system);
        String sent = scene.sent();
        sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(sent));
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmTreasuryFact", Scene.step(sent));
        String task = "project(id: \"%s\")".formatted(scene.project());
        String open = "project(id: \"%s\")".formatted(DemoLoader.firstTask().value());

        String person = node("Person", Cast.INVESTIGATOR.person().value());
        objects.put("query", "%s");
        objects.put("person", person);
        objects.put("identifier", inside(person, "identifiers"));
        objects.put("employment", inside(person, "employments"));
        String organisation = node("Organisation", Organisation.HOST.id().value());
        objects.put("organisation", organisation);
        objects.put("name", inside(organisation, "names"));
        objects.put("taxcode", inside(organisation, "identifiers"));
        String account = node("Account", Cast.OFFICER.account().value());
        objects.put("account", account);
        objects.put("role", inside(account, "roles"));
        objects.put("delegation", node("Delegation", Id.derived("delegation", "demo", "1")));
        String unit =
                "signatories(unit: \"%s\")".formatted(Organisation.HOST.id().value());
        sender.does(
                Cast.HOST_HEAD,
                "registerSignatory",
                Map.of(
                        "unit", Organisation.HOST.id().value(),
                        "person", Cast.HOST_HEAD.person().value(),
                        "position", "FIRST",
                        "rank", "HEAD",
                        "from", system.clock().today().toString(),
                        "decision", Sender.on("LETTER", "06/ĐHSPKT")));
        objects.put("signatories", unit + " { %s }");
        objects.put("signatory", unit + " { signatories { %s } }");
        String rule = "ruleVersion(family: \"advance.first\", version: \"ttlt-27-2015\")";
        objects.put("rule", rule + " { %s }");
        objects.put("source", rule + " { source { %s } }");
        objects.put("parameter", rule + " { parameters { %s } }");
        objects.put("example", rule + " { examples { %s } }");
        objects.put("family", rule + " { inFamily { %s } }");
        objects.put("switch", rule + " { inFamily { control { %s } } }");
        objects.put("calendar", "calendar(year: 2025) { %s }");
        objects.put("year", "calendar(year: 2025) { decided { %s } }");
        objects.put("dayoff", "calendar(year: 2025) { decided { daysOff { %s } } }");
        objects.put("deadline", "deadlines(on: \"2025-03-03\", from: \"2025-03-03\") { %s }");
        objects.put("published", open + " { %s }");
        objects.put("published budget", open + " { budget { %s } }");
        objects.put("unpublished", task + " { %s }");
        objects.put("code", task + " { codes { %s } }");
        objects.put("member", open + " { members { %s } }");
        objects.put("trigger", task + " { triggers { %s } }");
        objects.put("pinned", task + " { pinnedRules { %s } }");
        objects.put("contract", task + " { contract { %s } }");
        objects.put("plan", task + " { contract { tranches { %s } } }");
        String adjustment = node("Adjustment", RareAdjustments.BUDGET);
        objects.put("adjustment", adjustment);
        objects.put("adjusted", inside(adjustment, "content"));
        objects.put("adjusted share", inside(adjustment, "content { budget").replace("%s }", "%s } }"));
        objects.put("supplement", inside(adjustment, "supplements"));
        objects.put("opinion", inside(adjustment, "opinions"));
        objects.put("annex", inside(adjustment, "annex"));
        objects.put(
                "exception",
                "project(id: \"%s\") { exceptions { %%s } }".formatted(Scene.project(RareAdjustments.SCENE)));
        String graded = "project(id: \"%s\") { life { %%s } }".formatted(Scene.project(LifeStory.COMPLETED));
        String ended = "project(id: \"%s\") { life { %%s } }".formatted(Scene.project(LifeStory.TERMINATED));
        objects.put("life", graded);
        objects.put("suspension", inside(ended, "suspensions"));
        objects.put("termination", inside(ended, "termination"));
        objects.put("self evaluation", inside(graded, "selfEvaluation"));
        objects.put("dossier", inside(graded, "dossiers"));
        objects.put("grade", inside(graded, "grade"));
        objects.put("report of a period", inside(graded, "reports"));
        objects.put("product", inside(graded, "reports { products").replace("%s }", "%s } }"));
        objects.put("inspection", inside(ended, "inspections"));
        objects.put("attendance", inside(ended, "inspections { present").replace("%s }", "%s } }"));
        objects.put("corrections", inside(graded, "corrections"));
        objects.put("certificate", inside(graded, "certificate"));
        objects.put("recognition", inside(graded, "recognition"));
        objects.put("assets", inside(graded, "assets"));
        objects.put("handed over", inside(graded, "assets { items").replace("%s }", "%s } }"));
        objects.put("liquidation", inside(graded, "liquidation"));
        objects.put("step", task + " { steps { %s } }");
        objects.put("posted", open + " { publicity { %s } }");
        String past = "projects(first: 1, filter: {states: [PAST]}) { nodes { source { %s } } }";
        objects.put("past", past);
        objects.put("cell", past.formatted("cells { %s }"));
        objects.put("budget", task + " { budget { %s } }");
        objects.put("line", task + " { budget { lines { %s } } }");
        objects.put("tranche", task + " { budget { tranches { %s } } }");
        String advanced = task + " { budget { advanced { %s } } }";
        objects.put("figure", advanced);
        objects.put("part", advanced.formatted("breakdown(by: [YEAR, SOURCE, LINE, ITEM]) { %s }"));
        objects.put("share", advanced.formatted("evidence { %s }"));
        objects.put("term", task + " { budget { advanceOutstanding { terms { %s } } } }");
        objects.put("posting", advanced.formatted("postings(first: 1) { nodes { %s } }"));
        objects.put("entry", advanced.formatted("postings(first: 1) { nodes { entry { %s } } }"));
        String appropriation = node("Appropriation", scene.appropriation());
        objects.put("appropriation", appropriation);
        objects.put("allocation", inside(appropriation, "allocations"));
        objects.put("closing", inside(node("Appropriation", YearEndScene.CLOSED_YEAR), "closing"));
        String carryOver = node("CarryOver", YearEndScene.CARRIED);
        objects.put("carryover", carryOver);
        objects.put("carryoverpart", inside(carryOver, "parts"));
        String paper = node("TreasuryPaper", sent);
        objects.put("paper", paper);
        objects.put("item", inside(paper, "lines"));
        String volume = node("Volume", Id.derived("volume", "demo", "1", "1"));
        objects.put("volume", volume);
        objects.put("row", inside(volume, "rows"));
        String refund = node("Refund", RefundScene.refund());
        objects.put("refund", refund);
        objects.put("refund part", inside(refund, "parts"));
        objects.put("refund payment", inside(refund, "payments"));
        String settlement = node("Settlement", SettlementScene.OF_TASK);
        objects.put("settlement", settlement);
        objects.put("task balance", inside(settlement, "taskBalance"));
        objects.put("settlement line", inside(settlement, "lines"));
        objects.put("settlement cut", inside(settlement, "cuts"));
        String ofYear = node("Settlement", SettlementScene.OF_YEAR);
        objects.put("settlement of a year", ofYear);
        objects.put("year balance", inside(ofYear, "yearBalance"));
        objects.put("balance", inside(node("TreasuryPaper", Id.derived("paper", "demo", "13", "2")), "balances"));
        objects.put("recoded", inside(node("TreasuryPaper", Id.derived("paper", "demo", "1", "17")), "recodes"));
        objects.put("deposit", node("DepositAccount", Scene.depositAccount()));
        String estimate = node("Estimate", EstimateScene.estimate());
        objects.put("estimate", estimate);
        objects.put("estimate item", inside(estimate, "items"));
        objects.put("labour", inside(estimate, "items { labour").replace("%s }", "%s } }"));
        objects.put("seminar", inside(estimate, "items { seminar").replace("%s }", "%s } }"));
        objects.put("survey", inside(estimate, "items { survey").replace("%s }", "%s } }"));
        objects.put("quantity", inside(estimate, "items { quantity").replace("%s }", "%s } }"));
        objects.put("quote", inside(estimate, "items { quote").replace("%s }", "%s } }"));
        objects.put("estimate version", inside(estimate, "versions"));
        objects.put("line change", inside(estimate, "versions { lines").replace("%s }", "%s } }"));
        String spending = node("SpendingReport", SpendingScene.REPORT);
        objects.put("spending", spending);
        objects.put("spending item", inside(spending, "items"));
        objects.put("voucher", inside(spending, "items { voucher").replace("%s }", "%s } }"));
        objects.put("asset", inside(spending, "items { asset").replace("%s }", "%s } }"));
        objects.put("not accepted", inside(spending, "notAccepted"));
        String saving = node("SavingsReport", SpendingScene.SAVING);
        objects.put("saving", saving);
        objects.put("saving line", inside(saving, "lines"));
        objects.put("saving part", inside(saving, "parts"));
        objects.put(
                "counterpart",
                "project(id: \"%s\") { budget { counterpart { %%s } } }".formatted(EstimateScene.project()));
        objects.put("waiting", task + " { waitingFor { %s } }");
        String event = "history(of: \"%s\", first: 1) { edges { node { %%s } } }"
                .formatted(DemoLoader.firstTask().value());
        objects.put("event", event);
        objects.put("actor", event.formatted("actor { %s }"));
        objects.put("decider", event.formatted("decidedBy { %s }"));
        objects.put("basis", event.formatted("basis { %s }"));
        objects.put("event proof", event.formatted("proof { %s }"));
        objects.put("checkpoint", "checkpoint { %s }");
        objects.put("consistency", "consistency(from: \"1\") { %s }");
        String between = "difference(of: \"%s\", from: {position: \"1\"}) { %%s }"
                .formatted(DemoLoader.firstTask().value());
        objects.put("difference", between);
        objects.put("field change", inside(between, "changes"));
        objects.put("field value", between.formatted("changes(under: \"host\") { after { %s } }"));
        objects.put("changed task", "changedTasks(from: {position: \"1\"}, first: 1) { edges { node { %s } } }");
        String series = "numberSeries(issuer: \"UBND\", kind: \"QĐ\", year: 2024) { %s }";
        String numbered = series.formatted("documents(first: 1) { edges { node { %s } } }");
        objects.put("number series", series);
        objects.put("numbered document", numbered);
        objects.put("number mention", numbered.formatted("mentions(first: 1) { edges { node { %s } } }"));
        objects.put("number gap", series.formatted("gaps(first: 1) { edges { node { %s } } }"));
        objects.put(
                "late fact",
                "lateFacts(moreThanDays: 0, filter: {subject: \"%s\"}, first: 1) { edges { node { %%s } } }"
                        .formatted(DemoLoader.firstTask().value()));
        objects.put("attempt", "refusals(first: 1) { edges { node { %s } } }");
        explanations(task, advanced);
        objects.put("reading", "readings(first: 1) { edges { node { %s } } }");
        for (Cast who : Cast.values())
            system.as(Cast.INSPECTOR.login())
                    .data("{ node(id: \"%s\") { ... on Person { birthDate } } }"
                            .formatted(who.person().value()));
        objects.put("own reading", "ownReadings(first: 1) { edges { node { %s } } }");

        objects.put("contradiction", "logContradictions { %s }");
        ToldStory.once().cosigned();
        objects.put("cosignature", "checkpoint(witnessed: true) { cosignatures { %s } }");
        objects.put("audit hit", node("AuditHit", OversightScene.hit(system)));
        objects.put("bundle", node("Bundle", OversightScene.BUNDLE));
        objects.put("audit round", "auditRounds(first: 1) { edges { node { %s } } }");

        objects.put("dead letter", "deadLetters(first: 1) { edges { node { %s } } }");
        objects.put("view standing", "viewStandings { %s }");
        objects.put("view receipt", "viewReceipts(views: [\"audit.RefusalSeal\"]) { %s }");
        objects.put("view order", "viewOrders(first: 1) { edges { node { %s } } }");
        objects.put("view order progress", "viewOrders(first: 1) { edges { node { progress { %s } } } }");

        seldomSeen(sender, Scene.ready(system));

        arguments.put("Query.asOf", "position: \"1\"");
        arguments.put("Query.consistency", "from: \"1\"");
        arguments.put(
                "Query.node", "id: \"%s\"".formatted(DemoLoader.firstTask().value()));
        arguments.put(
                "Query.project", "id: \"%s\"".formatted(DemoLoader.firstTask().value()));
        arguments.put(
                "Query.history", "of: \"%s\"".formatted(DemoLoader.firstTask().value()));
        arguments.put(
                "Query.signatories",
                "unit: \"%s\"".formatted(Organisation.HOST.id().value()));
        arguments.put("Query.bundle", "id: \"" + OversightScene.BUNDLE + "\"");
        arguments.put("Query.ruleVersion", "family: \"advance.first\", version: \"ttlt-27-2015\"");
        arguments.put("Query.calendar", "year: 2025");
        arguments.put("Query.deadlines", "on: \"2025-03-03\"");
        arguments.put("Calendar.workingDay", "date: \"2025-03-03\"");
        arguments.putAll(TimeQuestions.arguments());
        arguments.put("Budget.settledInYear", "year: 2025");
        arguments.put("BudgetLine.settledInYear", "year: 2025");
        arguments.put("Figure.breakdown", "by: [YEAR]");
        arguments.put("Query.whatIf", "version: \"%s\"".formatted(SUPPOSED));
        arguments.put(
                "Query.explain", "of: \"%s\"".formatted(DemoLoader.firstTask().value()));
    }

    private void explanations(String task, String advanced) {
        objects.put("figure explanation", task + " { budget { advanceOutstanding { explain { %s } } } }");
        objects.put("explained term", task + " { budget { advanceOutstanding { explain { terms { %s } } } } }");
        objects.put("explained event", advanced.formatted("explain { events(first: 1) { edges { node { %s } } } }"));
        String explained =
                "explain(of: \"%s\") { %%s }".formatted(DemoLoader.firstTask().value());
        objects.put("explanation", explained);
        objects.put("explained step", inside(explained, "steps"));
        String refused = "refusals(first: 40) { edges { node { explain { %s } } } }";
        objects.put("refusal explanation", refused);
        objects.put("explained fact", inside(refused, "facts"));
        String supposed =
                "whatIf(version: \"%s\", parameters: [{name: \"maxVnd\", value: \"1\"}]) { %%s }".formatted(SUPPOSED);
        objects.put("what if", supposed);
        objects.put("supposed value", inside(supposed, "parameters"));
        objects.put("supposed hit", supposed.formatted("hits(first: 1) { edges { node { %s } } }"));
        objects.put("supposed due day", ExplainQuestions.SUPPOSED_DUE_DAYS.formatted("%s"));
    }

    /** What exists for a while only, or in the answer of a mutation or of a subscription. */
    private void seldomSeen(Sender sender, Scene scene) {
        String waiting = scene.sent();
        sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(waiting));
        objects.put("fact", inside(node("TreasuryPaper", waiting), "recordedFact"));
        sender.does(
                Cast.ACCOUNTANT,
                "supplementAppropriation",
                Map.of(
                        "appropriation",
                        scene.appropriation(),
                        "amount",
                        "1000000",
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE")));
        objects.put("change", inside(node("Appropriation", scene.appropriation()), "changes"));
        // the story's first day: people are there, and no rule is in force yet
        objects.put("proposal", "asOf(position: \"9\") { ruleProposals(first: 1) { nodes { %s } } }");
        Scene longAgo = new Scene(system);
        Map<String, Object> approval = longAgo.approval(Sender.on("LETTER", "46/TTr-SKHCN"));
        approval.put(
                "triggers",
                List.of(
                        Map.of("kind", "ORDER_LIST_APPROVED", "date", "2010-03-01", "document", "558/QĐ-UBND"),
                        Map.of("kind", "CALL_PUBLISHED", "date", "2010-04-01", "document", "559/QĐ-UBND")));
        sender.does(
                Cast.OFFICER,
                "registerPerson",
                Map.of("person", longAgo.investigator(), "name", "Kiều Minh Dựng Cảnh"));
        sender.does(Cast.COMMITTEE, "registerApprovedTask", approval);
        objects.put("gap", "ruleGaps(first: 1) { nodes { %s } }");
        sender.does(
                Cast.ADMIN,
                "sealRefusals",
                Map.of("day", system.clock().today().minusDays(1).toString()));
        sender.does(
                Cast.ADMIN,
                "sealReadings",
                Map.of("day", system.clock().today().minusDays(1).toString()));
        objects.put("seal of readings", "readingSeals(first: 1) { edges { node { %s } } }");
        objects.put("seal", "refusalSeals(first: 1) { edges { node { %s } } }");

        objects.put("tick", "subscription { events(after: \"1\") { %s } }");
        String table = "TT;Tên đề tài;Kinh phí (triệu đồng)\n1;Nhiệm vụ thử bảng quyền;nhiều\n";
        String report = """
            mutation { importPastTasks(input: {
              idempotencyKey: "matrix", fileName: "sổ.csv", dryRun: true, content: "%s",
              source: {title: "Sổ theo dõi đề tài", retrievedOn: "2025-03-01"}}) { report { %%s } } }
            """.formatted(Base64.getEncoder().encodeToString(table.getBytes(StandardCharsets.UTF_8)));
        objects.put("report", report);
        objects.put("read line", inside(report, "lines"));
        objects.put("problem", inside(report, "lines { problems").replace("%s }", "%s } }"));
        objects.put("refusal", """
            mutation { resetCredential(input: {
              idempotencyKey: "", account: "%s", password: "%s"}) { errors { %%s } } }
            """.formatted(Cast.OFFICER.account().value(), RunningSystem.PASSWORD));
    }

    private static String node(String type, String id) {
        return "node(id: \"%s\") { ... on %s { %%s } }".formatted(id, type);
    }

    private static String inside(String object, String field) {
        return object.formatted(field + " { %s }");
    }

    @Test
    void every_field_has_a_line_and_every_line_a_field() throws IOException {
        Set<String> written = new TreeSet<>();
        for (NamedCsvRecord row : rows()) {
            for (String field : fields(row)) written.add(row.getField("type") + "." + field);
        }
        Set<String> declared = new TreeSet<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object
                    && !NO_OBJECTS.matcher(object.getName()).matches()) {
                object.getFieldDefinitions().forEach(field -> declared.add(object.getName() + "." + field.getName()));
            }
        }
        assertThat(written).isEqualTo(declared);
    }

    @Test
    void a_field_answers_the_roles_written_down_and_no_other() throws IOException {
        List<NamedCsvRecord> rows = rows();
        Set<String> roles = AccessMatrixTest.roles(rows.getFirst());
        roles.add(OTHER_HOST);
        List<String> wrong = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            String object = Objects.requireNonNull(objects.get(row.getField("object")), () -> "where is " + row)
                    .formatted(selection(row));
            String document = OPERATION.matcher(object).lookingAt() ? object : "{ " + object + " }";
            for (String role : roles) {
                String found = compare(role, row, document);
                if (!found.isEmpty())
                    wrong.add("%s of %s, written down '%s': %s"
                            .formatted(row.getField("type"), role, row.getField(role), found));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Empty when the answer is what was written down. */
    private String compare(String role, NamedCsvRecord row, String document) {
        JsonNode answer = document.startsWith("subscription")
                ? client(role).first(document)
                : client(role).ask(document);
        if (answer.hasNonNull("errors") && !answer.hasNonNull("data"))
            return row.getField(role).isEmpty() ? "" : answer.toString();
        List<String> fields = fields(row);
        List<JsonNode> found = new ArrayList<>();
        collect(answer.get("data"), fields, row.getField("object").equals("query"), found);
        Set<String> withheld = new TreeSet<>();
        for (JsonNode each : answer.at("/extensions/withheld")) {
            JsonNode path = each.get("path");
            withheld.add(path.get(path.size() - 1).asString());
        }
        boolean nothing = found.isEmpty()
                || found.stream().allMatch(object -> fields.stream().allMatch(field -> blank(object.get(field))));
        return switch (row.getField(role)) {
            case "r" -> nothing || fields.stream().anyMatch(withheld::contains) ? answer.toString() : "";
            case "e" -> found.isEmpty() || fields.stream().anyMatch(withheld::contains) ? answer.toString() : "";
            case "w" -> found.isEmpty() || !nothing || !withheld.containsAll(fields) ? answer.toString() : "";
            case "" -> nothing ? "" : answer.toString();
            default -> "no such cell";
        };
    }

    /** The objects of the answer that were asked for these fields. */
    private static void collect(JsonNode at, List<String> fields, boolean here, List<JsonNode> found) {
        if (at.isObject() && (here || fields.stream().allMatch(at::has))) {
            found.add(at);
            return;
        }
        at.forEach(below -> collect(below, fields, false, found));
    }

    private static boolean blank(JsonNode value) {
        return value == null
                || value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.has("edges") && value.get("edges").isEmpty());
    }

    private String selection(NamedCsvRecord row) {
        GraphQLObjectType type = schema.getObjectType(row.getField("type"));
        StringBuilder selection = new StringBuilder();
        for (String name : fields(row)) {
            GraphQLFieldDefinition field = type.getFieldDefinition(name);
            selection.append(' ').append(name);
            String given = arguments.get(type.getName() + "." + name);
            if (given != null) selection.append('(').append(given).append(')');
            else requireNoArguments(field);
            GraphQLNamedType inner = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
            if (inner.getName().endsWith("Connection")) selection.append(" { edges { cursor } }");
            else if (inner instanceof GraphQLObjectType || inner instanceof GraphQLInterfaceType)
                selection.append(" { __typename }");
        }
        return selection.toString();
    }

    private static void requireNoArguments(GraphQLFieldDefinition field) {
        for (GraphQLArgument argument : field.getArguments()) {
            if (argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue())
                throw new AssertionError("say which " + argument.getName() + " to ask " + field.getName() + " for");
        }
    }

    private RunningSystem.Client client(String role) {
        return role.equals(OTHER_HOST) ? system.as(Cast.HOST2_HEAD.login()) : AccessMatrixTest.client(system, role);
    }

    private static List<String> fields(NamedCsvRecord row) {
        return List.of(row.getField("fields").split(" ", -1));
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        return AccessMatrixTest.rows("fields.csv");
    }
}
