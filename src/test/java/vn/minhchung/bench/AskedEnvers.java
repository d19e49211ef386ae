package vn.minhchung.bench;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.query.AuditEntity;
import org.hibernate.envers.query.AuditQuery;
import vn.minhchung.bench.AsOfBench.Asked;
import vn.minhchung.bench.AsOfBench.Moment;
import vn.minhchung.bench.AsOfBench.Question;
import vn.minhchung.bench.Envers.Kept;
import vn.minhchung.testing.HibernateUnit;

/** Envers' revision reads, each with an entity manager of its own, as of a request. */
record AskedEnvers(HibernateUnit unit) implements Asked {
    private static final int PAGE = 100;

    @Override
    public List<String> answer(Question question, Moment moment) {
        try (EntityManager manager = unit.open()) {
            AuditReader reader = AuditReaderFactory.get(manager);
            AuditQuery all = reader.createQuery().forEntitiesAtRevision(Kept.class, moment.position());
            return switch (question) {
                case DETAIL ->
                    List.of(reader.find(Kept.class, KeptHistory.id(moment.object()), moment.position()).title);
                case PAGE ->
                    titles(all.add(AuditEntity.property("id").ge(KeptHistory.id(moment.object())))
                            .addOrder(AuditEntity.property("id").asc())
                            .setMaxResults(PAGE));
                case COUNT ->
                    List.of(all.addProjection(AuditEntity.id().count())
                            .getSingleResult()
                            .toString());
                case SORT ->
                    titles(all.addOrder(AuditEntity.property("title").asc()).setMaxResults(PAGE));
            };
        }
    }

    private static List<String> titles(AuditQuery query) {
        List<?> found = query.getResultList();
        return found.stream().map(each -> ((Kept) each).title).toList();
    }
}
