package vn.minhchung.testing;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.minhchung.Application;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.view.ViewKeeper;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.platform.postgres.DatabaseRoles;
import vn.minhchung.platform.postgres.EmbeddedPostgres;
import vn.minhchung.platform.views.Rebuild;
import vn.minhchung.testing.crash.Executioner;
import vn.minhchung.testing.crash.Strike;

/**
 * The real application in a JVM of its own. It says {@code ready} and answers, line by line, what cannot be asked from
 * outside: {@code postmaster} (process id), {@code database} (JDBC address, user, password), {@code differences} (tables
 * in which a rebuild differs from the live views, after the position they were compared at), {@code order <id>} (what came
 * of an operator's order), {@code follows} (whether the views are kept by this node), {@code strike …} (is killed at that point).
 */
final class ChildApplication {
    private ChildApplication() {}

    public static void main(String[] arguments) throws IOException {
        // Standard output carries the answers alone; loggers write there too.
        PrintStream answers = System.out;
        System.setOut(System.err);
        ConfigurableApplicationContext context = SpringApplication.run(Application.class, arguments);
        answers.println("ready");
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            answers.println(answer(context, question));
        }
        // Whoever asked is gone: do not outlive a test run that was killed.
        context.close();
    }

    private static String answer(ConfigurableApplicationContext context, String question) throws IOException {
        String[] words = question.split(" ", 2);
        return switch (words[0]) {
            case "postmaster" ->
                context.getBean(EmbeddedPostgres.class)
                        .process()
                        .map(p -> Long.toString(p.pid()))
                        .orElse("none");
            case "database" -> database(context.getBean(EmbeddedPostgres.class));
            case "differences" -> differences(context);
            case "order" -> order(context, words[1]);
            case "follows" ->
                Boolean.toString(context.getBean(MeterRegistry.class)
                                .get("minhchung.views.follows")
                                .gauge()
                                .value()
                        > 0);
            case "strike" -> {
                Executioner.arm(Strike.of(words[1]));
                yield "armed";
            }
            default -> throw new IllegalArgumentException(question);
        };
    }

    private static String database(EmbeddedPostgres server) {
        return "%s %s %s"
                .formatted(
                        server.url(DatabaseRoles.DATABASE),
                        DatabaseRoles.APP,
                        server.secrets().app());
    }

    private static String order(ConfigurableApplicationContext context, String id) {
        ViewKeeper.Order order =
                context.getBean(ViewKeeper.class).orders(List.of(id)).get(id);
        return order == null
                ? "unknown"
                : "%s %s %s"
                        .formatted(order.progress(), order.cause(), order.differing())
                        .replace('\n', ' ');
    }

    private static String differences(ConfigurableApplicationContext context) {
        long head = context.getBean(RecordedEvents.class).head();
        if (!context.getBean(Views.class).await(head)) return "the views have not reached " + head;
        return head + " " + context.getBean(Rebuild.class).differences(head);
    }
}
