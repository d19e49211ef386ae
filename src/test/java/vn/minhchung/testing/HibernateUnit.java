package vn.minhchung.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Hibernate as stock Axon and Envers use it, for controls and peers only: tables made by Hibernate itself, bytes as
 * {@code bytea}, statements of one flush in batches. A transaction belongs to its thread and has an entity manager of its own.
 */
public final class HibernateUnit implements EntityManagerProvider, TransactionManager, AutoCloseable {
    static {
        // without a configuration of logging every statement would be printed
        if (LoggerFactory.getLogger("org.hibernate") instanceof Logger logger) logger.setLevel(Level.WARN);
    }

    private final EntityManagerFactory factory;

    @SuppressWarnings("ThreadLocalUsage") // each unit has transactions of its own
    private final ThreadLocal<@Nullable EntityManager> bound = new ThreadLocal<>();

    /**
     * @param mappings names of mapping files on the class path
     * @param more settings beside the ones all share
     */
    public HibernateUnit(DataSource source, List<Class<?>> entities, List<String> mappings, Map<String, String> more) {
        factory = new HibernatePersistenceConfiguration("peer")
                .managedClasses(List.copyOf(entities))
                .mappingFiles(mappings)
                .property("hibernate.dialect", ByteaDialect.class.getName())
                .property("hibernate.connection.datasource", source)
                .property("hibernate.hbm2ddl.auto", "create-only")
                .property("hibernate.jdbc.batch_size", "50")
                .property("hibernate.order_inserts", "true")
                .properties(more)
                .createEntityManagerFactory();
    }

    /** Entities of Axon's store. By their names: they have annotations of an older JPA too, which the compiler would miss. */
    public static List<Class<?>> axon() {
        return Stream.<String>of(
                        "org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry",
                        "org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry",
                        "org.axonframework.eventhandling.tokenstore.jpa.TokenEntry")
                .<Class<?>>map(HibernateUnit::named)
                .toList();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public EntityManager getEntityManager() {
        EntityManager here = bound.get();
        if (here == null) throw new IllegalStateException("no transaction on this thread");
        return here;
    }

    /** One of the caller's own, outside the threads' transactions. */
    public EntityManager open() {
        return factory.createEntityManager();
    }

    /** Joins the one that the thread has. */
    @Override
    public Transaction startTransaction() {
        if (bound.get() != null) return new Joined();
        EntityManager begun = open();
        begun.getTransaction().begin();
        bound.set(begun);
        return new Begun(begun);
    }

    @Override
    public void close() {
        factory.close();
    }

    private final class Begun implements Transaction {
        private final EntityManager own;

        private Begun(EntityManager own) {
            this.own = own;
        }

        @Override
        public void commit() {
            try {
                own.getTransaction().commit();
            } finally {
                end();
            }
        }

        @Override
        public void rollback() {
            try {
                own.getTransaction().rollback();
            } finally {
                end();
            }
        }

        private void end() {
            bound.remove();
            own.close();
        }
    }

    private static final class Joined implements Transaction {
        @Override
        public void commit() {
            // whoever began it commits
        }

        @Override
        public void rollback() {
            // the failure goes on to whoever began it
        }
    }
}
