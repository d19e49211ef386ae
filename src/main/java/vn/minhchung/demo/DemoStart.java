package vn.minhchung.demo;

import java.io.Console;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Secret;

/** On the way up: load the demo where the store is empty, and say how to go on. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {
    private final DemoLoader loader;
    private final Environment environment;
    private final Secret password;
    private final LocalDate today;
    private final boolean load;

    DemoStart(
            DemoLoader loader,
            Environment environment,
            @Value("${minhchung.demo.password:minh-chung}") String password,
            @Value("${minhchung.demo.today:}") String today,
            @Value("${minhchung.demo.load:true}") boolean load) {
        this.load = load;
        this.loader = loader;
        this.environment = environment;
        this.password = new Secret(password);
        this.today = today.isBlank() ? DemoLoader.LAST_DAY : LocalDate.parse(today);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // another database is not ours to fill
        if (environment.containsProperty("spring.datasource.url")) return;
        if (load && loader.wanted()) {
            Progress progress = new Progress(System.out, onTerminal(), DemoLoader.STEPS);
            loader.load(password, today, progress::step);
            progress.finished();
        }
        loader.moveClockOn(today);
        if (load) loader.keepPassword(password);
        System.out.println(welcome());
    }

    /** A JVM whose output goes into a pipe or a file may have no console at all. */
    private static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private String welcome() {
        String address = "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
        String accounts = Arrays.stream(Cast.values()).map(Cast::login).collect(Collectors.joining(", "));
        return """

                Minh Chứng đang chạy (bản trình diễn). Minh Chứng is running (demo).
                  GraphiQL:   %s/graphiql
                  GraphQL:    %s/graphql  (HTTP Basic)
                  Tài khoản / accounts: %s
                  Mật khẩu / password:  %s
                  Ngày trình diễn / story date: %s
                """.formatted(address, address, accounts, password.value(), today);
    }
}
