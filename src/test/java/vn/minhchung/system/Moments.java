package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.demo.Cast;
import vn.minhchung.system.Questions.Operation;
import vn.minhchung.system.Questions.Question;
import vn.minhchung.testing.RunningSystem;

/**
 * The moments of a random story: at each the objects touched since the one before are asked for with every field, some
 * touched earlier, and some of the questions that are asked of every story. The answers are kept, and asked for again.
 */
final class Moments {
    private static final int WIDE = 12;
    private static final int EARLIER = 4;

    /** What has no id of its own is asked for by what it is about. */
    private static final Set<String> WITHOUT_ID = Set.of("calendar", "ruleVersion", "signatories");

    /** Of the views' receipts and all tasks' changes. */
    private static final int MOMENTS_BETWEEN_SELDOM = 25;

    /** A node is asked as deep as costs no more. */
    private static final int DEAREST_NODE = 40_000;

    private static final int DEEPEST = 2;
    private static final int TRIES = 10;
    private static final String ANY = "-";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningSystem system;
    private final Questions questions = new Questions();
    private final Random random;
    private final List<Moment> all = new ArrayList<>();
    private final Map<String, String> nodeQuestions = new HashMap<>();
    private final Map<String, Integer> costs = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<Question> unasked = new ArrayList<>();

    /** @param answers by operation, packed, as answered live when the views stood at the position */
    private record Moment(long position, Map<Operation, byte[]> answers) {}

    /**
     * What came of asking again.
     *
     * @param answers how many values were compared
     * @param erased how many of them named somebody who is erased now
     * @param unanswered fields, as {@code Type.field}, that were null or empty whenever they were compared, or never asked
     */
    record Compared(int moments, long answers, long erased, List<String> differences, Set<String> unanswered) {}

    Moments(RunningSystem system, long seed) {
        this.system = system;
        this.random = new Random(seed);
    }

    /** Before the first event nobody has an account: what anybody at all is answered is kept. */
    void rememberNothing() {
        if (system.views().position() != 0) throw new IllegalStateException("something has been recorded");
        Map<Operation, byte[]> answers = new LinkedHashMap<>();
        for (Question question : questions.all()) {
            Operation operation = new Operation(question.asker(), question.root() + ": " + question.field());
            JsonNode answer = asker(0, operation).ask("{ " + operation.fields() + " }");
            // some questions nobody may ask without an account
            if (!answer.hasNonNull("errors")) answers.put(operation, packed(answer.get("data")));
        }
        all.add(new Moment(0, answers));
    }

    /** Remembers what was drawn to be. */
    void remember() {
        List<Question> drawn = new ArrayList<>();
        List<String> earlier = new ArrayList<>(touched);
        for (int i = 0; i < EARLIER && !earlier.isEmpty(); i++)
            drawn.add(node(earlier.get(random.nextInt(earlier.size()))));
        for (int i = 0; i < WIDE; i++) {
            if (unasked.isEmpty()) {
                unasked.addAll(questions.all());
                Collections.shuffle(unasked, random);
            }
            drawn.add(unasked.removeLast());
        }
        remember(drawn, all.size() % MOMENTS_BETWEEN_SELDOM == 1);
    }

    /** Remembers besides what a scene says stands for a while only. */
    void rememberTouched() {
        remember(
                questions.all().stream()
                        .filter(question -> WITHOUT_ID.contains(question.root()))
                        .toList(),
                false);
    }

    /** Returns when everything recorded is in the views and has been asked for at one position. */
    private void remember(List<Question> drawn, boolean seldom) {
        long before = all.getLast().position();
        Moment moment;
        do {
            moment = asked(before, drawn, seldom);
        } while (moment.position() != system.views().position());
        all.add(moment);
    }

    private Moment asked(long before, List<Question> drawn, boolean seldom) {
        long position = system.views().position();
        Set<Question> chosen = new LinkedHashSet<>();
        touchedSince(before).forEach(id -> chosen.add(node(id)));
        chosen.addAll(drawn);
        List<Operation> operations = new ArrayList<>(Questions.operations(
                chosen, question -> costs.computeIfAbsent(shape(question), _ -> cost(system, question.field()))));
        if (seldom) operations.addAll(questions.seldom(position));
        List<JsonNode> answers = operations.parallelStream()
                .map(operation -> data(system.as(operation.asker().login()), "{ " + operation.fields() + " }"))
                .toList();
        Map<Operation, byte[]> packed = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) packed.put(operations.get(i), packed(answers.get(i)));
        return new Moment(position, packed);
    }

    /** Ids, in order of the events. */
    private Set<String> touchedSince(long position) {
        Set<String> since = new LinkedHashSet<>();
        JsonNode events = system.as(Cast.INSPECTOR.login())
                .data("{ events(after: \"%d\", first: 100) { edges { node { subjects { __typename id } } } } }"
                        .formatted(position))
                .at("/events/edges");
        for (JsonNode event : events) {
            for (JsonNode subject : event.at("/node/subjects")) {
                if (since.size() < 20)
                    since.add(subject.get("__typename").asString() + " "
                            + subject.get("id").asString());
            }
        }
        touched.addAll(since);
        return since;
    }

    private Question node(String touchedObject) {
        String[] words = touchedObject.split(" ", 2);
        String fields = nodeQuestions.computeIfAbsent(words[0], this::everythingOf);
        return new Question(Cast.INSPECTOR, "node(id: \"%s\") %s".formatted(words[1], fields));
    }

    private String everythingOf(String type) {
        for (int depth = DEEPEST; ; depth--) {
            String fields = "{ __typename ... on %s { %s } }"
                    .formatted(type, questions.walk().everythingOf(type, depth));
            if (depth == 0 || cost(system, "node(id: \"%s\") %s".formatted(ANY, fields)) <= DEAREST_NODE) return fields;
        }
    }

    private static String shape(Question question) {
        return question.field().replaceFirst("node\\(id: \"[^\"]*\"\\)", "node");
    }

    private static int cost(RunningSystem system, String field) {
        return system.anonymous()
                .ask("{ " + field + " }")
                .at("/extensions/cost")
                .asInt();
    }

    /** Asks everything again, each as of its moment. */
    Compared compared(Collection<String> forgotten) {
        List<String> differences = Collections.synchronizedList(new ArrayList<>());
        AtomicLong erased = new AtomicLong();
        Set<String> unanswered = new TreeSet<>();
        questions
                .walk()
                .schema()
                .getQueryType()
                .getFieldDefinitions()
                .forEach(field -> unanswered.add("Query." + field.getName()));
        long answers = all.stream()
                .flatMap(moment -> moment.answers().entrySet().stream().map(each -> Map.entry(moment.position(), each)))
                .parallel()
                .mapToLong(each -> {
                    long position = each.getKey();
                    Operation operation = each.getValue().getKey();
                    JsonNode then = unpacked(each.getValue().getValue());
                    JsonNode answer = again(position, operation);
                    if (answer.hasNonNull("errors")) {
                        differences.add("at %d: refused now, %s".formatted(position, answer.get("errors")));
                        return 0;
                    }
                    JsonNode now = answer.at("/data/asOf");
                    ThenAndNow both = ThenAndNow.of("at " + position + ": ", then, now, forgotten);
                    differences.addAll(both.differences());
                    erased.addAndGet(both.erased());
                    synchronized (unanswered) {
                        questions.walk().remember(now);
                        roots(now).forEach(unanswered::remove);
                    }
                    return ThenAndNow.values(then);
                })
                .sum();
        unanswered.addAll(questions.walk().unanswered());
        return new Compared(all.size(), answers, erased.get(), List.copyOf(differences), unanswered);
    }

    private JsonNode again(long position, Operation operation) {
        return insist(
                asker(position, operation),
                "{ asOf(position: \"%d\") { %s } }".formatted(position, operation.fields()));
    }

    private static JsonNode data(RunningSystem.Client asker, String document) {
        JsonNode answer = insist(asker, document);
        assertThat(answer.hasNonNull("errors"))
                .as(() -> answer.get("errors").toString())
                .isFalse();
        return answer.get("data");
    }

    /** Told to come again it does: on an overloaded machine the database is silent for longer than it may be. */
    private static JsonNode insist(RunningSystem.Client asker, String document) {
        for (int attempt = 1; ; attempt++) {
            JsonNode answer = asker.ask(document);
            boolean again = answer.path("errors")
                    .valueStream()
                    .anyMatch(error -> error.at("/extensions/retryable").asBoolean());
            if (!again || attempt == TRIES) return answer;
        }
    }

    private RunningSystem.Client asker(long position, Operation operation) {
        return position == 0 ? system.anonymous() : system.as(operation.asker().login());
    }

    /** Fields of {@code Query} that answered something. */
    private static Stream<String> roots(JsonNode answer) {
        return answer.propertyStream()
                .filter(field -> !field.getValue().isNull()
                        && !(field.getValue().isArray() && field.getValue().isEmpty()))
                .map(field -> "Query." + field.getKey().replaceFirst("_[0-9]+$", ""));
    }

    private static byte[] packed(JsonNode answer) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(answer.toString().getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
