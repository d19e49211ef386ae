package vn.minhchung.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Ends every session of a system's database just before a chosen step of its pooled connections, as the server does when it
 * crashes: those of the pools, of the appender and of the follower. The server takes new ones at once.
 */
public final class Interruption
        implements BeanPostProcessor, ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Set<String> STEPS =
            Set.of("prepareStatement", "createStatement", "prepareCall", "setAutoCommit", "commit", "rollback");

    private final TestPostgres.Database database;
    private final AtomicInteger steps = new AtomicInteger();
    private volatile int wanted;

    public Interruption(TestPostgres.Database database) {
        this.database = database;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(this);
    }

    /** Before the step of this number, counted from now on and from 1. */
    public void at(int step) {
        steps.set(0);
        wanted = step;
    }

    /** True when the step has come; from then on nothing more happens. */
    public boolean happened() {
        boolean happened = steps.get() >= wanted;
        wanted = 0;
        return happened;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource pool)) return bean;
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection());
            }
        };
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (STEPS.contains(method.getName()) && steps.incrementAndGet() == wanted) endSessions();
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void endSessions() throws SQLException {
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");
        }
    }
}
