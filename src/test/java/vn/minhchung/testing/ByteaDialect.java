package vn.minhchung.testing;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;

/**
 * What Axon's guide asks for on PostgreSQL: bytes in columns of the row ({@code bytea}), not in the table of large objects,
 * where Hibernate puts what is annotated {@code @Lob}.
 */
public final class ByteaDialect extends PostgreSQLDialect {
    /** @param server with its version, which decides what Hibernate uses of it */
    public ByteaDialect(DialectResolutionInfo server) {
        super(server);
    }

    @Override
    protected String columnType(int type) {
        return type == SqlTypes.BLOB ? "bytea" : super.columnType(type);
    }

    @Override
    protected String castType(int type) {
        return type == SqlTypes.BLOB ? "bytea" : super.castType(type);
    }

    @Override
    public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
        super.contributeTypes(contributions, registry);
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(Types.BLOB, VarbinaryJdbcType.INSTANCE);
    }
}
