package vn.minhchung.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements that go through an application's pools; what keeps a connection for good is not counted. */
final class CountingPools implements BeanPostProcessor {
    private final AtomicLong statements = new AtomicLong();

    /** Since the application began. */
    long statements() {
        return statements.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) return bean;
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        pool.close();
        return new Counting(config, statements);
    }

    private static final class Counting extends HikariDataSource {
        private final AtomicLong statements;

        private Counting(HikariConfig config, AtomicLong statements) {
            super(config);
            this.statements = statements;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) proxy(Connection.class, (_, method, arguments) -> {
                Object made = called(() -> method.invoke(connection, arguments));
                return switch (made) {
                    case CallableStatement call -> counted(CallableStatement.class, call);
                    case PreparedStatement prepared -> counted(PreparedStatement.class, prepared);
                    case Statement plain -> counted(Statement.class, plain);
                    case null -> null;
                    case Object other -> other;
                };
            });
        }

        private Object counted(Class<? extends Statement> type, Statement statement) {
            return proxy(type, (_, method, arguments) -> {
                if (method.getName().startsWith("execute")) statements.incrementAndGet();
                return called(() -> method.invoke(statement, arguments));
            });
        }

        private static Object proxy(Class<?> type, InvocationHandler handler) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
        }

        /** A failure as the database told it. */
        private static Object called(Invocation invocation) throws Throwable {
            try {
                return invocation.run();
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @FunctionalInterface
    private interface Invocation {
        Object run() throws ReflectiveOperationException;
    }
}
