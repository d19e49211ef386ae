package vn.minhchung.bench;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionListener;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import vn.minhchung.testing.HibernateUnit;
import vn.minhchung.testing.TestPostgres;

/**
 * Hibernate Envers keeping every version of an entity, and at each revision as much about who and why as our envelope has.
 */
final class Envers {
    /** How Envers knows which version a revision saw: by the next one's number, or by searching for it. */
    enum Strategy {
        VALIDITY("org.hibernate.envers.strategy.internal.ValidityAuditStrategy"),
        DEFAULT("org.hibernate.envers.strategy.internal.DefaultAuditStrategy");

        private final String className;

        Strategy(String className) {
            this.className = className;
        }
    }

    private static final String TEXT = Rows.text(Rows.PAYLOAD, "text");
    private static final String ENVELOPE = Rows.text(Rows.ENVELOPE, "envelope");

    private Envers() {}

    /** The entity; Hibernate fills the fields. */
    @Entity(name = "kept")
    @Audited
    static class Kept {
        @Id
        UUID id = new UUID(0, 0);

        String title = "";

        @Column(length = Rows.PAYLOAD)
        String text = "";

        protected Kept() {}

        Kept(UUID id, String title, String text) {
            this.id = id;
            this.title = title;
            this.text = text;
        }
    }

    @Entity(name = "revision")
    @RevisionEntity(Envelopes.class)
    static class Revision {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @RevisionNumber
        long id;

        @RevisionTimestamp
        long at;

        @Column(length = Rows.ENVELOPE)
        String envelope = "";
    }

    /** Made by Envers. */
    static class Envelopes implements RevisionListener {
        @Override
        public void newRevision(Object revision) {
            ((Revision) revision).envelope = ENVELOPE;
        }
    }

    /** @param tables {@code create-only} or {@code none}: the validity strategy's tables serve the other one too */
    static HibernateUnit unit(HikariDataSource pool, Strategy strategy, String tables) {
        return new HibernateUnit(
                pool,
                List.of(Kept.class, Revision.class),
                List.of(),
                Map.of(
                        "hibernate.connection.provider_disables_autocommit",
                        "true",
                        "hibernate.hbm2ddl.auto",
                        tables,
                        "org.hibernate.envers.audit_strategy",
                        strategy.className));
    }

    /** A new entity at every call: what Envers does fastest, as no earlier version has to be ended. */
    static Peer.Opening with(Strategy strategy) {
        return (database, callers) -> open(database, callers, strategy);
    }

    private static Peer open(TestPostgres.Database database, int callers, Strategy strategy) throws SQLException {
        HikariDataSource pool = Rows.pool(database, callers, 0);
        HibernateUnit unit = unit(pool, strategy, "create-only");
        return Peer.calling(
                (_, _) -> unit.executeInTransaction(
                        () -> unit.getEntityManager().persist(new Kept(UUID.randomUUID(), "Tổ chức", TEXT))),
                () -> {
                    unit.close();
                    pool.close();
                });
    }
}
