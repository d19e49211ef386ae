package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.audit.Witnessing;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.SchemaWalk;
import vn.minhchung.testing.TestPostgres;
import vn.minhchung.testing.TokenIssuer;

/**
 * The demo's story and what it has no use for, told once per JVM into a system of its own. On the way the answers to all
 * fields of all types are stored at many moments, to be asked again later.
 */
final class ToldStory {
    /** Every so many steps of the demo a moment is stored; the rare mutations name theirs. */
    private static final int STEPS_BETWEEN_MOMENTS = 70;

    /** What goes through the whole record, or an object's whole past, is asked at every so many moments and the last. */
    private static final int MOMENTS_BETWEEN_SELDOM = 12;

    private final TokenIssuer issuer = new TokenIssuer();
    private final SigningKey witness = SigningKey.generate("witness.example", KeyKind.COSIGNATURE);
    private final RunningSystem system;
    private final Questions questions = new Questions();
    private final List<Stored> stored = new ArrayList<>();
    private final Map<Questions.Operation, JsonNode> last = new HashMap<>();

    private final AtomicInteger steps = new AtomicInteger();
    private final List<Questions.Operation> operations;

    /** @param answers by operation, as answered live when the views stood at the position; those alike since the last moment are left out */
    record Stored(long position, Map<Questions.Operation, JsonNode> answers) {}

    private static final class Once {
        static final ToldStory TOLD = new ToldStory();
    }

    static ToldStory once() {
        return Once.TOLD;
    }

    /** A witness signs the newest checkpoint. */
    void cosigned() {
        SignedNote note = system.bean(SealedLog.class).newest().orElseThrow().note();
        NoteSignature line = witness.cosign(Checkpoint.parse(note.text()), 1_750_000_000);
        assertThat(system.bean(Witnessing.class)
                        .cosigned(note.with(line).encoded().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Witnessing.Answer.KEPT);
    }

    private ToldStory() {
        system = RunningSystem.start(
                TestPostgres.freshDatabase(),
                issuer.argument(),
                // many ask at once, on a machine that may be busy
                "--minhchung.limits.time=5m",
                "--minhchung.log.witnesses=" + witness.verifier().text(),
                "--minhchung.data-dir=" + TestPostgres.newDataDir());
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        operations = Questions.operations(
                questions.all(),
                question -> system.anonymous()
                        .ask("{ " + question.field() + " }")
                        .at("/extensions/cost")
                        .asInt());
        system.bean(DemoLoader.class).load(new Secret(RunningSystem.PASSWORD), DemoLoader.LAST_DAY, () -> {
            if (steps.incrementAndGet() % STEPS_BETWEEN_MOMENTS == 0 && ready()) store();
        });
        new RareMutations(system, issuer, this::store).done();
        new EstimateScene(system, this::store).told();
        new SpendingScene(system, this::store).told();
        store(true);
    }

    /** Once the last of the cast who asks can log in. */
    private boolean ready() {
        return system.as(Cast.INSPECTOR.login())
                        .post("{ __typename }", Map.of())
                        .statusCode()
                == 200;
    }

    /** Of the demo. */
    int steps() {
        return steps.get();
    }

    RunningSystem system() {
        return system;
    }

    SchemaWalk walk() {
        return questions.walk();
    }

    List<Stored> stored() {
        return stored;
    }

    private void store() {
        store(stored.size() % MOMENTS_BETWEEN_SELDOM == 0);
    }

    private void store(boolean seldom) {
        long position = system.views().position();
        Map<Questions.Operation, JsonNode> answers = new LinkedHashMap<>();
        List<Questions.Operation> asked = new ArrayList<>(operations);
        if (seldom) asked.addAll(questions.seldom(position));
        List<JsonNode> now = asked.parallelStream()
                .map(operation -> system.as(operation.asker().login()).data("{ " + operation.fields() + " }"))
                .toList();
        for (int i = 0; i < now.size(); i++) {
            walk().remember(now.get(i));
            if (!now.get(i).equals(last.put(asked.get(i), now.get(i)))) answers.put(asked.get(i), now.get(i));
        }
        stored.add(new Stored(position, answers));
    }
}
